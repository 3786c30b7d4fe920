import { KINDS_IN_WORDS, MAX_ATTACHMENTS } from "@/lib/model/attachment"
import type { Refusal, RefusedFile } from "@/lib/model/refused-file"

const WORDS: Record<string, string> = {
  too_large: "Choose smaller files, or send them one at a time",
  unsupported_media_type: `Choose ${KINDS_IN_WORDS} files`,
  conflict: `You can add up to ${MAX_ATTACHMENTS} files, and only while the request is open`,
  insufficient_storage: "We cannot store files at the moment. Continue without them and add them later",
  invalid: "Choose at least one file that is not empty",
  too_many_requests: "You have reached the limit for uploads in a day. Add these files tomorrow",
  signed_out: "You were signed out before your files were added. Choose them again",
  refused: `Some files were not added. Choose ${KINDS_IN_WORDS} files that are not too large`,
}

const REASONS: Record<Refusal, string> = {
  too_large: "is too large",
  unsupported_media_type: `is not a ${KINDS_IN_WORDS} file`,
  invalid: "is empty",
  conflict: `was one too many. You can add up to ${MAX_ATTACHMENTS} files`,
}

/** What keeps a name apart from the sentence around it, whichever way it is written. */
const isolated = (name: string) => `\u2068${name}\u2069`

/** A line for each file that was not kept, with its name and the reason. */
export const refusalWords = (refused: readonly RefusedFile[]): string =>
  refused.map(({ name, code }) => `Not added: “${isolated(name)}” ${REASONS[code]}`).join("\n")

/**
 * The message for the failure code that an upload put into the page's address, and for each file that it refused.
 */
export function uploadProblem(code: unknown, refused: readonly RefusedFile[] = []): string | undefined {
  if (typeof code !== "string") return undefined
  if (refused.length > 0) return refusalWords(refused)
  return (Object.hasOwn(WORDS, code) ? WORDS[code] : undefined) ?? "The files could not be uploaded. Try again."
}
