"use client"

import { Suspense, useState } from "react"
import { fetched } from "@/components/ui/fetched"
import { useScripted } from "@/components/ui/use-scripted"
import type { ReplyFacts } from "@/lib/model/canned-reply"

/** Fetched when the menu is opened. */
const ReplyMenu = fetched(() => import("@/components/desk/reply-menu").then((it) => it.ReplyMenu))

export interface CannedRepliesProps {
  facts: ReplyFacts
  /** The id of the field that takes the text of the reply that is chosen. */
  into: string
}

/** A menu of the texts that staff answer with. There is none without scripts, which insert them. */
export function CannedReplies(props: CannedRepliesProps) {
  const [isAsked, setIsAsked] = useState(false)
  if (!useScripted()) return null
  return (
    <details className="menu" onToggle={({ currentTarget }) => currentTarget.open && setIsAsked(true)}>
      <summary className="button" title="Or type / and its name">
        Insert reply
      </summary>
      {isAsked ? (
        <Suspense>
          <ReplyMenu {...props} />
        </Suspense>
      ) : null}
    </details>
  )
}
