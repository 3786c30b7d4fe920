import { z } from "zod"
import { EVENT_KINDS } from "@/lib/model/event"
import { Id } from "@/lib/model/text"
import { parseCursor } from "./cursor"

/** The id of the last message that somebody has, as the stream gives it. */
const Cursor = z
  .string()
  .max(4000)
  .refine((text) => parseCursor(text) !== undefined, "Send an id that the stream gave you.")

export const WatchInput = z.object({
  since: Cursor.optional().describe(
    "The id of the last message received. What happened since then comes first. `Last-Event-ID` wins over it.",
  ),
  account: Id.optional().describe(
    "The account that you listen for. Refused with 403 when the call comes from another one, such as after someone else has signed in.",
  ),
})
export type WatchInput = z.output<typeof WatchInput>

/** The data of a `change` message. */
export const Change = z.object({
  requestId: z.uuid(),
  reference: z.string().describe("Of the request; also of one that has been deleted."),
  kind: z.enum(EVENT_KINDS).describe("What happened, as in the timeline."),
  version: z
    .int()
    .nullable()
    .describe("The request's version when the message was made; null when it has been deleted."),
  at: z.iso.datetime(),
})
export type Change = z.output<typeof Change>

/** The data of a `files` message: where the file is, a request or a draft. */
export interface FileNews {
  requestId: string | null
  draftId: string | null
}
