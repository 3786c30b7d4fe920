export const MAX_ATTACHMENTS = 5

export const MAX_ATTACHMENT_BYTES = 10_000_000

/** What may be attached, by the type its content shows, with the ending a file input should offer. */
export const MEDIA_TYPES: Record<string, string> = {
  "image/jpeg": ".jpg",
  "image/png": ".png",
  "image/webp": ".webp",
  "image/heic": ".heic",
  "application/pdf": ".pdf",
  "text/plain": ".txt",
}
