import { useState } from "react"
import type { DraftSeen } from "@/components/requests/filing/draft-fields"
import type { FormState } from "@/lib/http/form-state"
import type { TypedStep } from "@/lib/requests/drafts/contract"

type Words = NonNullable<FormState["values"]>

/** By page: what was last typed there, and the version it was saved as. Gone with the document. */
const typed = new Map<string, { words: Words; version?: number }>()

export type StepSeen = DraftSeen & { step: TypedStep }

const keyOf = ({ id, step }: StepSeen) => `${id} ${step}`

/** Remembers what is on its way to the server. The function it returns notes the version that it was saved as. */
export function rememberTyped(page: StepSeen, words: Words): (version: number) => void {
  const last: { words: Words; version?: number } = { words }
  typed.set(keyOf(page), last)
  return (version) => {
    last.version = version
  }
}

/** What was typed after the version that this page was made of: going back is often faster than saving. */
export function typedSince(page: StepSeen): { words: Words; saved: boolean } | undefined {
  const last = typed.get(keyOf(page))
  if (!last || (last.version !== undefined && last.version <= page.version)) return undefined
  return { words: last.words, saved: last.version !== undefined }
}

/** What a form begins with: what was just typed there, or the values that its page was made with. */
export function useTypedSince(page: StepSeen | undefined, values: FormState["values"]): FormState["values"] {
  const [since] = useState(() => page && typedSince(page)?.words)
  return since ?? values
}

export const forgetTyped = (page: StepSeen) => void typed.delete(keyOf(page))
