import { z } from "zod"
import { operation } from "@/lib/model/operation"
import { Id, Instant, One } from "@/lib/model/text"

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

export const Attachment = z.object({
  id: Id,
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
  createdAt: Instant,
})
export type Attachment = z.infer<typeof Attachment>

export const attachmentOperations = {
  attachFiles: operation({
    method: "post",
    path: "/requests/{id}/attachments",
    tag: "Attachments",
    access: "account",
    keys: "request.attach",
    status: 201,
    summary: "Attach files to a request",
    description:
      "Up to five a request, 10 MB each: JPEG, PNG, WebP, HEIC, PDF or plain text, judged by content. All are kept or none.",
    input: One,
    output: z.object({ items: z.array(Attachment) }),
    body: "multipart",
  }),
  openAttachment: operation({
    method: "get",
    path: "/attachments/{id}",
    tag: "Attachments",
    access: "account",
    keys: "request.read",
    status: 200,
    summary: "Download an attachment",
    input: One,
    output: Attachment,
    file: true,
  }),
}
