import { MAX_ATTACHMENT_BYTES } from "@/lib/model/attachment"
import type { Refusal, RefusedFile } from "@/lib/model/refused-file"

type Chosen = Pick<File, "name" | "size">

/** Parts what may go up from what would be refused, as far as names and sizes tell; there is room for so many. */
export function sortFiles<F extends Chosen>(files: readonly F[], room: number) {
  const good: F[] = []
  const refused: RefusedFile[] = []
  for (const file of files) {
    const code = refusalOf(file, room - good.length)
    if (code) refused.push({ name: file.name.slice(-120), code })
    else good.push(file)
  }
  return { good, refused }
}

function refusalOf({ size }: Chosen, room: number): Refusal | undefined {
  if (size === 0) return "invalid"
  if (size > MAX_ATTACHMENT_BYTES) return "too_large"
  return room > 0 ? undefined : "conflict"
}
