import { z } from "zod"
import { MEDIA_TYPES } from "@/lib/model/attachment"
import { operation } from "@/lib/model/operation"
import { One } from "@/lib/model/text"
import { Attachment } from "./contract"

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
      "Up to five files for each request, 10 MB each: JPEG, PNG, WebP, HEIC, AVIF, PDF or plain text. The type is checked by content. If one file is refused, none are kept. What the names of files, or the beginnings of text files, say of a danger is treated as added details.",
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
    file: Object.keys(MEDIA_TYPES),
  }),
}
