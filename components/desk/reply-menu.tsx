"use client"

import { useEffect, useState } from "react"
import type { CannedRepliesProps } from "@/components/desk/canned-replies"
import { askApi } from "@/components/requests/ask-api"
import { Muted } from "@/components/ui/muted"
import { fillReply } from "@/lib/model/canned-reply"
import type { CannedReply } from "@/lib/requests/canned-replies/contract"

/** Adds a text to a field, as if it had been typed. */
function insert(into: string, text: string) {
  const field = document.getElementById(into)
  if (!(field instanceof HTMLTextAreaElement)) return
  field.focus()
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end")
  field.dispatchEvent(new Event("input", { bubbles: true }))
}

/** The texts by name. The one that is chosen is filled in and inserted. */
export function ReplyMenu({ facts, into }: CannedRepliesProps) {
  const [replies, setReplies] = useState<readonly CannedReply[]>()
  useEffect(() => {
    const control = new AbortController()
    askApi<{ items: CannedReply[] }>("/canned-replies", control.signal).then(
      ({ items }) => setReplies(items),
      () => undefined,
    )
    return () => control.abort()
  }, [])
  return (
    <ul>
      {replies?.length === 0 ? (
        <li>
          <Muted>No replies yet</Muted>
        </li>
      ) : null}
      {replies?.map(({ id, name, text }) => (
        <li key={id}>
          <button
            type="button"
            className="min-h-target"
            onClick={({ currentTarget }) => {
              insert(into, fillReply(text, facts))
              currentTarget.closest("details")?.removeAttribute("open")
            }}
          >
            {name}
          </button>
        </li>
      ))}
    </ul>
  )
}
