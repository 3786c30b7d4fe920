import { MEDIA_TYPES } from "./attachment"

/** Other endings of the same types. */
const ALSO: Record<string, readonly string[]> = {
  "image/jpeg": [".jpeg", ".jpe", ".jfif"],
  "image/heic": [".heif", ".hif"],
  "text/plain": [".text", ".log"],
  "video/mp4": [".m4v"],
}
/** What Windows takes for a device, whatever its ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

/**
 * The name under which a file is saved: one that opens it as what its content is. A script that came as the note that it is
 * must not run when somebody opens it.
 */
export function savedName(name: string, mediaType: string): string {
  const ending = MEDIA_TYPES[mediaType] ?? ".bin"
  const lower = name.toLowerCase()
  const fits = [ending, ...(ALSO[mediaType] ?? [])].some((it) => lower.endsWith(it) && lower.length > it.length)
  return `${fits ? name : `${name}${ending}`}`.replace(DEVICE, "_$1")
}
