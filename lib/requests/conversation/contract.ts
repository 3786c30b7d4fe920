import { z } from "zod"
import { MAX_ATTACHMENTS } from "@/lib/model/attachment"
import { cleanLine } from "@/lib/model/clean-text"
import { LONGEST_MESSAGE, MESSAGE_SIDES } from "@/lib/model/message"
import { NamedPerson } from "@/lib/model/person"
import { STATUSES, WAITING_FOR } from "@/lib/model/status"
import { Id, prose, Version } from "@/lib/model/text"
import { UploadIds } from "@/lib/requests/attachments/contract"
import { TimelineEntry } from "@/lib/requests/contract"

/** What becomes of a request together with words that staff write. */
export const AFTERWARDS = ["resolve", "hold", "resume"] as const
export type Afterwards = (typeof AFTERWARDS)[number]

const WithMove = z.object({
  afterwards: z
    .enum(AFTERWARDS, "Choose what to do with the request")
    .optional()
    .describe(
      "For staff: what else to do with the request, as `PUT /requests/{id}/status` does. `hold` puts it on hold. If it cannot be done, nothing is sent",
    ),
  waitingFor: z
    .enum(WAITING_FOR, "Choose who the request is waiting for")
    .optional()
    .describe("With `hold`: who it is waiting for. The default is the customer"),
  version: Version.optional().describe("The version you saw. Required with `afterwards`"),
})

const needsVersion = ({ afterwards, version }: z.infer<typeof WithMove>, ctx: z.RefinementCtx) => {
  if (afterwards !== undefined && version === undefined)
    ctx.addIssue({ code: "custom", path: ["version"], message: "Enter the version you saw" })
}

export const MessageToSend = WithMove.extend({
  id: Id,
  text: prose("a message", { max: LONGEST_MESSAGE, missing: "Enter your message" }),
  attachments: z
    .array(Id)
    .max(MAX_ATTACHMENTS, `Choose up to ${MAX_ATTACHMENTS} files`)
    .optional()
    .describe("IDs of files that you have attached to this request and that go with the message"),
  uploads: UploadIds,
  from: z
    .enum(MESSAGE_SIDES, "Choose whose words these are")
    .optional()
    .describe(
      "Whose words these are. Only API keys that may send both need it; the default is the customer's if you may send those",
    ),
  notFixed: z
    .boolean("Choose whether the problem is fixed")
    .optional()
    .describe(
      "For customers, about a resolved request: true if the problem is not fixed, which reopens it; false if they only have something to say",
    ),
}).superRefine(needsVersion)
export type MessageToSend = z.infer<typeof MessageToSend>

export const NoteToLeave = WithMove.extend({
  id: Id,
  text: prose("a note", { max: LONGEST_MESSAGE, missing: "Enter your note" }).describe(
    "Only staff can see it. `@` before the name of a colleague who can see the request mentions them",
  ),
}).superRefine(needsVersion)
export type NoteToLeave = z.infer<typeof NoteToLeave>

/** What was written, and how the request stands now. */
export const WrittenWords = z.object({
  entry: TimelineEntry,
  mentioned: z.array(NamedPerson).describe("Colleagues whom the note mentions. Empty for messages"),
  unreached: z
    .array(NamedPerson)
    .describe("Colleagues whom the note names and who are not told, since they cannot see the request"),
  status: z.enum(STATUSES),
  version: z.number().int(),
})
export type WrittenWords = z.infer<typeof WrittenWords>

export const MentionSearch = z.object({
  id: Id,
  q: z.string().max(100).overwrite(cleanLine).optional().describe("The beginning of a name or surname"),
})

export const Mentionable = z.object({ items: z.array(NamedPerson) })

/** A request that somebody leaves a note on, who may not work on it. */
export const NoteTarget = z.object({
  reference: z.string(),
  title: z.string(),
  assignee: NamedPerson.nullable(),
  customer: NamedPerson,
})
