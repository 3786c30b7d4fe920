import type { FileLimits } from "@/lib/model/attachment"
import { env } from "@/lib/runtime/env"

export const MEGABYTE = 1_000_000

/** How many bytes files may have at most, as this installation is set. */
export const fileLimits = (): FileLimits => ({
  file: env().UPLOAD_MB_PER_FILE * MEGABYTE,
  video: env().UPLOAD_MB_PER_VIDEO * MEGABYTE,
})

/** How many bytes the files of one request may have in all. */
export const requestLimit = (): number => env().UPLOAD_MB_PER_REQUEST * MEGABYTE
