import { z } from "zod"
import { Id, Instant } from "@/lib/model/text"

const Bytes = z.number().int()

/** What attachments take up, what they may, and what the virus scanner has to say of them. */
export const FileUsage = z.object({
  files: z.number().int().describe("Attachments of all requests and drafts"),
  bytes: Bytes.describe("Bytes that they take up, with the pictures that are made of photos"),
  limits: z.object({
    file: Bytes.describe("Bytes that a file may have which is no video"),
    video: Bytes.describe("Bytes that a video may have"),
    filesOfRequest: z.number().int().describe("Files that each side of a request, its customer and staff, may add"),
    request: Bytes.describe("Bytes that the files of each side of a request may have in all"),
    day: Bytes.describe("Bytes that an account may upload in a day"),
    all: Bytes.nullable().describe(
      "Bytes that all attachments may take up with their pictures. Null if there is no limit",
    ),
  }),
  scanner: z.boolean().describe("Whether files are checked by a virus scanner"),
  held: z.number().int().describe("Files that have waited for the scanner for more than 10 minutes. Counts to 1000"),
  removed: z
    .array(z.object({ id: Id, requestId: Id.nullable(), name: z.string(), threat: z.string(), removedAt: Instant }))
    .describe("The last 20 files that were removed because they contain something harmful"),
})
