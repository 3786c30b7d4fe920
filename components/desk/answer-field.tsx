"use client"

import { CompletingField } from "@/components/desk/completing-field"
import { askApi } from "@/components/requests/ask-api"
import { fillReply, type ReplyFacts } from "@/lib/model/canned-reply"
import { LONGEST_MESSAGE } from "@/lib/model/message"
import type { CannedReply } from "@/lib/requests/canned-replies/contract"

/** The name of a reply that is being typed right before the caret, at the beginning or after a space. */
const NAME_BEFORE = /(?<!\S)\/(?:[^\s/][^\n/]{0,40})?$/u

/** The text of a reply to the customer. While a name is typed after `/`, it offers the canned replies of that name, filled in. */
export function AnswerField({ facts }: { facts: ReplyFacts }) {
  async function find(q: string, signal: AbortSignal) {
    const { items } = await askApi<{ items: CannedReply[] }>("/canned-replies", signal)
    // By the beginning of a word of its name.
    const named = items.filter(({ name }) => ` ${name.toLowerCase()}`.includes(` ${q.toLowerCase()}`))
    return named.map(({ id, name, text }) => ({ id, name, text: fillReply(text, facts) }))
  }
  return (
    <CompletingField
      name="text"
      label="Reply"
      hint="The customer sees this."
      dir="auto"
      limit={LONGEST_MESSAGE}
      rows={3}
      completion={{ begins: NAME_BEFORE, find, many: "Replies" }}
    />
  )
}
