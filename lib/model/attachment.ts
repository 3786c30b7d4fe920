import type { MessageSide } from "./message"

/** Each side of a request has so many: its customer, with those it was sent with, and staff. Neither takes the other's place. */
export const MAX_ATTACHMENTS = 20

/** How many more there can be beside so many. */
export const roomBeside = (held: number): number => Math.max(0, MAX_ATTACHMENTS - held)

const MEGABYTE = 1_000_000

/** The most bytes of a file that is no video, and of a video, unless UPLOAD_MB_PER_FILE and UPLOAD_MB_PER_VIDEO say otherwise. */
export const MAX_ATTACHMENT_BYTES = 10 * MEGABYTE
export const MAX_VIDEO_BYTES = 100 * MEGABYTE

/** How many bytes files may have at most, by what they are. */
export interface FileLimits {
  file: number
  video: number
}

export const isVideo = (mediaType: string): boolean => mediaType.startsWith("video/")

export const mostBytes = (mediaType: string, { file, video }: FileLimits): number => (isVideo(mediaType) ? video : file)

/** Such as “10 MB”, in full megabytes, and below one in kilobytes; never more than there are. */
export const inMegabytes = (bytes: number): string =>
  bytes < MEGABYTE ? `${Math.floor(bytes / 1000)} kB` : `${Math.floor(bytes / MEGABYTE)} MB`

/** The media types that may be attached, as told from a file's content, each with the ending that a file input offers. */
export const MEDIA_TYPES: Record<string, string> = {
  "image/jpeg": ".jpg",
  "image/png": ".png",
  "image/webp": ".webp",
  "image/heic": ".heic",
  "image/avif": ".avif",
  "application/pdf": ".pdf",
  "text/plain": ".txt",
  "video/mp4": ".mp4",
  "video/quicktime": ".mov",
  "video/webm": ".webm",
}

/** The same in words. */
export const KINDS_IN_WORDS = "JPEG, PNG, WebP, HEIC, AVIF, PDF, MP4, MOV, WebM or plain text"

/** What whoever sends a video should know: unlike photos, it is given to others as it came. */
export const PLACE_OF_VIDEOS = "Videos keep the place where they were filmed, if the phone saves it"

/** What is known of a file: not scanned, held until it has been, scanned without a find, or removed for what was found. */
export const SCANS = ["none", "pending", "clean", "found"] as const
export type Scan = (typeof SCANS)[number]

/** Whether everybody may open it who may see its request. */
export const isOpenable = (scan: Scan): boolean => scan === "none" || scan === "clean"

/** Whether somebody can download a file: not yet where it, or the copy that they are given, is not ready. */
export const DOWNLOADS = ["ready", "preparing", "none"] as const
export type Download = (typeof DOWNLOADS)[number]

/** Whether somebody can remove a file for good: freely, by saying why, or not. */
export const REMOVALS = ["free", "with_reason", "none"] as const
export type Removal = (typeof REMOVALS)[number]

/** Those files that count against what a draft, or one side of a request, may have: not what was removed. */
export const takingPlace = <F extends { scan: Scan; from?: MessageSide | undefined }>(
  files: readonly F[],
  side?: MessageSide,
): F[] => files.filter(({ scan, from }) => scan !== "found" && (side === undefined || from === side))

/** Where files may be: in a folder, or in a store that speaks S3. */
export const FILE_HOMES = ["disk", "s3"] as const
export type FileHome = (typeof FILE_HOMES)[number]

/** The type by which the size of an announced file is judged: what names none of ours may turn out to be a video. */
export const typeForSize = (announced: string): string =>
  Object.hasOwn(MEDIA_TYPES, announced) ? announced : "video/*"
