"use client"

import { CompletingField } from "@/components/desk/completing-field"
import { askApi } from "@/components/requests/ask-api"
import { LONGEST_MESSAGE } from "@/lib/model/message"
import type { NamedPerson } from "@/lib/model/person"

/** A name that is being typed right before the caret. A space after it ends it. */
const NAME_BEFORE = /(?<![\p{L}\p{N}.])@(\p{L}[\p{L}’'-]*(?: \p{L}[\p{L}’'-]*){0,3})?$/u

/** The text of a note. While a name is typed after `@`, it offers the colleagues who can be mentioned. */
export function MentionField({ id }: { id: string }) {
  async function find(q: string, signal: AbortSignal) {
    const address = `/requests/${id}/mentionable?${new URLSearchParams({ q })}`
    const { items } = await askApi<{ items: NamedPerson[] }>(address, signal)
    return items.map((it) => ({ ...it, text: `@${it.name} ` }))
  }
  return (
    <CompletingField
      name="text"
      label="Note for staff"
      hint="The customer never sees this. @ and a name tells a colleague."
      dir="auto"
      limit={LONGEST_MESSAGE}
      rows={3}
      completion={{ begins: NAME_BEFORE, find, many: "Colleagues" }}
    />
  )
}
