import { type FileLimits, mostBytes, typeForSize } from "@/lib/model/attachment"
import type { Refusal, RefusedFile } from "@/lib/model/refused-file"

type Chosen = Pick<File, "name" | "size" | "type">

const UNLIMITED: FileLimits = { file: Number.POSITIVE_INFINITY, video: Number.POSITIVE_INFINITY }

/**
 * What browsers call files that are none of ours whatever is in them. Of others the content tells: with Office installed, a
 * table of plain text is called a workbook.
 */
const NEVER_OURS = /^(?:audio|font)\/|^application\/(?:gzip|java-archive|msword|vnd\.(?!ms-excel$)|x-(?!pdf$)|zip)/

/** Parts what may go up from what would be refused, as far as names, types and sizes tell; there is room for so many. */
export function sortFiles<F extends Chosen>(files: readonly F[], room: number, limits = UNLIMITED) {
  const good: F[] = []
  const refused: RefusedFile[] = []
  for (const file of files) {
    const code = refusalOf(file, room - good.length, limits)
    if (code) refused.push({ name: file.name.slice(-120), code })
    else good.push(file)
  }
  return { good, refused }
}

function refusalOf({ size, type }: Chosen, room: number, limits: FileLimits): Refusal | undefined {
  if (size === 0) return "invalid"
  if (NEVER_OURS.test(type)) return "unsupported_media_type"
  if (size > mostBytes(typeForSize(type), limits)) return "too_large"
  return room > 0 ? undefined : "conflict"
}
