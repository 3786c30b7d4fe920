export const MAX_ATTACHMENTS = 5

export const MAX_ATTACHMENT_BYTES = 10_000_000

/** The media types that may be attached, as told from a file's content, each with the ending that a file input offers. */
export const MEDIA_TYPES: Record<string, string> = {
  "image/jpeg": ".jpg",
  "image/png": ".png",
  "image/webp": ".webp",
  "image/heic": ".heic",
  "image/avif": ".avif",
  "application/pdf": ".pdf",
  "text/plain": ".txt",
}
