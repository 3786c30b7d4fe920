import { MAX_ATTACHMENTS } from "@/lib/model/attachment"

const WORDS: Record<string, string> = {
  too_large: "Each file must be 10 MB or smaller",
  unsupported_media_type: "Choose JPEG, PNG, WebP, HEIC, AVIF, PDF or plain text files",
  conflict: `You can add up to ${MAX_ATTACHMENTS} files, and only while the request is open`,
  insufficient_storage: "We cannot store files at the moment. Continue without them and add them later",
  invalid: "Choose at least one file that is not empty",
}

/** The message for the failure code that an upload put into the page's address. */
export function uploadProblem(code: unknown): string | undefined {
  if (typeof code !== "string") return undefined
  return (Object.hasOwn(WORDS, code) ? WORDS[code] : undefined) ?? "The files could not be uploaded. Try again."
}
