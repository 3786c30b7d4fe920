import { z } from "zod"
import { DOWNLOADS, MAX_ATTACHMENTS, REMOVALS, SCANS } from "@/lib/model/attachment"
import { ALL_FILE_REMOVAL_REASONS } from "@/lib/model/file-removal"
import { MESSAGE_SIDES } from "@/lib/model/message"
import { PICTURE_STATES } from "@/lib/model/picture"
import { Id, Instant, One } from "@/lib/model/text"

/** Uploads that were begun before, by their ids. */
export const UploadIds = z
  .array(Id)
  .max(MAX_ATTACHMENTS, `Choose up to ${MAX_ATTACHMENTS} files`)
  .optional()
  .describe("IDs of completed uploads of yours, which are attached with it")

export const FilesToAttach = One.extend({ uploads: UploadIds })

export const FileToRemove = One.extend({
  reason: z
    .enum(ALL_FILE_REMOVAL_REASONS, "Choose why you remove it")
    .optional()
    .describe("Why. Required for a file that you have not attached yourself"),
})
export type FileToRemove = z.output<typeof FileToRemove>

export const Attachment = z.object({
  id: Id,
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
  messageId: z
    .number()
    .int()
    .nullable()
    .optional()
    .describe("The ID of the timeline entry of the message that it was sent with. Null if it came on its own"),
  scan: z
    .enum(SCANS)
    .describe(
      "`none`: no virus scanner has seen it. `pending`: it is being checked, and nobody can open it. `clean`: nothing was found. `found`: it was removed because it contains something harmful",
    ),
  picture: z
    .enum(PICTURE_STATES)
    .nullable()
    .describe(
      "`made` if there are pictures of it to show, `none` if there are none, as for a text. Null while they are being made",
    ),
  download: z
    .enum(DOWNLOADS)
    .optional()
    .describe(
      "In the answer to `GET /requests/{id}`, whether you can download it. `preparing`: it is being checked, or the copy that you are given is being made. `none`: it was removed, or no copy of it can be made",
    ),
  from: z
    .enum(MESSAGE_SIDES)
    .optional()
    .describe("In the answer to `GET /requests/{id}`, which side has attached it. Each side has a limit of its own"),
  removal: z
    .enum(REMOVALS)
    .optional()
    .describe(
      "In the answer to `GET /requests/{id}` for an account, whether you can remove it now. `with_reason`: as someone else has attached it, you have to say why",
    ),
  createdAt: Instant,
})
export type Attachment = z.infer<typeof Attachment>
