"use client"

import { type RefObject, useLayoutEffect, useRef } from "react"
import type { ListedFile } from "@/components/requests/listed-file"
import type { UploadList } from "@/components/requests/upload-list"
import { Button } from "@/components/ui/button"

interface UploadRowProps {
  item: ListedFile
  list: UploadList
  /** Where the focus goes when the row that has it is gone. */
  place: RefObject<HTMLElement | null>
}

const WORDS = { waiting: "Waiting", checking: "Checking", ready: "Ready to send", failed: "" }

export function UploadRow({ item, list, place }: UploadRowProps) {
  const { key, name, state, sent, problem, again, upload } = item
  const percent = Math.round(sent * 100)
  const row = useRef<HTMLLIElement>(null)
  useLayoutEffect(
    () => () => {
      if (row.current?.contains(document.activeElement)) place.current?.focus()
    },
    [place],
  )
  return (
    <li ref={row} tabIndex={-1} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <div className="min-w-0 flex-1 basis-48">
        <p className="flex flex-wrap justify-between gap-x-3">
          <bdi className="min-w-0 wrap-anywhere">{name}</bdi>
          <span className="shrink-0 text-sm text-muted tabular-nums">
            {state === "sending" ? `${percent}%` : WORDS[state]}
          </span>
        </p>
        {upload ? (
          <>
            <input type="hidden" name="uploads[]" value={upload} />
            <input type="hidden" name="uploadNames[]" value={name} />
          </>
        ) : null}
        {problem ? (
          <p className="font-semibold wrap-anywhere whitespace-pre-line text-danger">
            <span className="sr-only">Error: </span>
            {problem}
          </p>
        ) : upload ? null : (
          <progress
            className="block h-2 w-full accent-accent"
            aria-label={`Upload of ${name}`}
            max={100}
            value={state === "checking" ? undefined : percent}
          />
        )}
      </div>
      {again ? (
        <Button
          variant="secondary"
          onClick={() => {
            // The button goes.
            row.current?.focus()
            list.retry(key)
          }}
        >
          Try again<span className="sr-only">: {name}</span>
        </Button>
      ) : null}
      <Button variant="quiet" onClick={() => list.remove(key)}>
        {problem || upload ? "Remove" : "Cancel"}
        <span className="sr-only">: {name}</span>
      </Button>
    </li>
  )
}
