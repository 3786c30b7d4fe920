const bytes = (start: string, length = 600) => Buffer.concat([Buffer.from(start, "latin1"), Buffer.alloc(length)])

/** Small files of each kind that may be attached, by what their content shows. */
export const PHOTO = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
)
export const KEPT = {
  "image/png": PHOTO,
  "image/jpeg": bytes("\xff\xd8\xff\xe0\0\x10JFIF\0\x01"),
  "image/webp": bytes("RIFF\x24\0\0\0WEBPVP8 "),
  "image/heic": bytes("\0\0\0\x18ftypheic\0\0\0\0heic"),
  "application/pdf": Buffer.from("%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"),
  "text/plain": Buffer.from("Reading: 04711.382 m³\n"),
} as const

/** What people (or others) may try to attach, whatever it is called. */
export const REFUSED = {
  "a program": bytes("\x7fELF\x02\x01\x01"),
  "an archive": bytes("PK\x03\x04\x14\0\0\0\x08\0"),
  "a moving picture": bytes("GIF89a"),
  "text with a NUL in it": Buffer.from("a\0b"),
} as const

export const MOST_BYTES = 10_000_000
