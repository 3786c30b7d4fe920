import type { FileLimits } from "@/lib/model/attachment"
import { env } from "@/lib/runtime/env"

export const MEGABYTE = 1_000_000

/** How many bytes files may have at most, as this installation is set: none has more than its request or a day allow. */
export function fileLimits(): FileLimits {
  const { UPLOAD_MB_PER_FILE, UPLOAD_MB_PER_VIDEO, UPLOAD_MB_PER_REQUEST, UPLOAD_MB_PER_DAY } = env()
  const ofOne = (limit: number) => Math.min(limit, UPLOAD_MB_PER_REQUEST, UPLOAD_MB_PER_DAY) * MEGABYTE
  return { file: ofOne(UPLOAD_MB_PER_FILE), video: ofOne(UPLOAD_MB_PER_VIDEO) }
}

/** How many bytes the files of one side of a request may have in all. */
export const requestLimit = (): number => env().UPLOAD_MB_PER_REQUEST * MEGABYTE
