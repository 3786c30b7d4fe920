import { z } from "zod"
import {
  inMegabytes,
  KINDS_IN_WORDS,
  MAX_ATTACHMENT_BYTES,
  MAX_ATTACHMENTS,
  MAX_VIDEO_BYTES,
  MEDIA_TYPES,
} from "@/lib/model/attachment"
import { EXAMPLE_ID, operation } from "@/lib/model/operation"
import { One } from "@/lib/model/text"
import { TAKE_BACK_MINUTES } from "./can-take-back"
import { Attachment, FilesToAttach, FileToRemove } from "./contract"

export const attachmentOperations = {
  attachFiles: operation({
    method: "post",
    path: "/requests/{id}/attachments",
    tag: "Attachments",
    access: "account",
    keys: "request.attach",
    status: 201,
    summary: "Attach files to a request",
    description: `Up to ${MAX_ATTACHMENTS} files of each side for each request: ${KINDS_IN_WORDS}, each ${inMegabytes(MAX_ATTACHMENT_BYTES)} or smaller, videos ${inMegabytes(MAX_VIDEO_BYTES)} or smaller unless the utility has set other limits. The type is checked by content. If one file is refused, none are kept. What the names of files, or the beginnings of text files, say of a danger is treated as added details. Files that were uploaded before are named by their IDs in \`uploads\`, in JSON or as fields of the form.`,
    input: FilesToAttach,
    output: z.object({ items: z.array(Attachment) }),
    body: "multipart",
    orJson: true,
    example: { uploads: [EXAMPLE_ID] },
  }),
  openAttachment: operation({
    method: "get",
    path: "/attachments/{id}",
    tag: "Attachments",
    access: "account",
    keys: "request.read",
    status: 200,
    summary: "Download an attachment",
    description:
      "Photos that others sent are given to customers and API keys as a WebP copy of at most 1,600 pixels, without location, camera or owner; to those who sent them, and to staff, as they came. While the copy is being made the answer is 503 with `Retry-After`, and 403 if none can be made. Videos are given as they came, with what the camera wrote into them. If attachments are stored in S3, this redirects to an address there that is valid for one minute, unless a part is asked for by `Range`. Nobody can open a file that is being checked for viruses or was removed: the answer is 409, with `Retry-After` while it is being checked.",
    input: One,
    output: Attachment,
    file: Object.keys(MEDIA_TYPES),
    elsewhere: true,
    parts: true,
    fails: ["conflict", "range_not_satisfiable"],
  }),
  removeAttachment: operation({
    method: "delete",
    path: "/attachments/{id}",
    tag: "Attachments",
    access: "account",
    keys: "request.detach",
    status: 204,
    summary: "Remove a file from a request",
    description: [
      "Deletes the file and its pictures for good. The timeline says who removed a file and when (`detached`), and its name disappears from the history.",
      `Customers and API keys can remove the files they sent until work on the request starts, and for ${TAKE_BACK_MINUTES} minutes after sending them while it is open and no emergency. Staff can remove theirs while the request is open. Supervisors can remove any file at any time, and give a \`reason\` for those of others. Otherwise 409, or 403 for a file of someone else. If you remove it again, you get 404.`,
    ].join("\n\n"),
    input: FileToRemove,
    example: { reason: "private" },
    output: z.void(),
    fails: ["conflict"],
  }),
}
