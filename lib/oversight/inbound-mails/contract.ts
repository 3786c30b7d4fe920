import { z } from "zod"
import { DROP_REASONS, INBOUND_OUTCOMES, KEPT_REASONS } from "@/lib/model/inbound-mail"
import { Paging } from "@/lib/model/page"
import { Id, Instant, KeptId, line } from "@/lib/model/text"

const Reason = z
  .enum([...KEPT_REASONS, ...DROP_REASONS])
  .nullable()
  .describe("Why it was kept or dropped, or `files` when the message was sent without some of its files")

/** What became of an email that was delivered. */
export const TakenMail = z.object({
  id: KeptId,
  outcome: z
    .enum(INBOUND_OUTCOMES)
    .describe(
      "`sent` is a message of its request, `kept` waits for a supervisor, `dropped` was written by no person, `bounced` marks the customer's address",
    ),
  reason: Reason,
  requestId: KeptId.nullable(),
})
export type TakenMail = z.infer<typeof TakenMail>

/** An email that waits for a supervisor. */
export const KeptMail = z.object({
  id: KeptId,
  reason: Reason,
  sender: z.string().nullable(),
  subject: z.string().nullable(),
  text: z.string().describe("Without what it quotes"),
  files: z.array(z.string()).describe("The names of its files; with `files`, of those that were not accepted"),
  danger: z.boolean().describe("Whether its words may report a danger"),
  request: z
    .object({ id: KeptId, reference: z.string() })
    .nullable()
    .describe("The request that it answers, if that is known"),
  isSent: z.boolean().describe("Whether it is a message already, so that only its files are missing"),
  createdAt: Instant,
})
export type KeptMail = z.infer<typeof KeptMail>

export const KeptMails = Paging.extend({
  only: z.literal("danger", "Leave it out, or send danger").optional().describe("Only those that may report a danger"),
})

export const MailToFile = z.object({
  id: Id,
  reference: line("the reference of a request", { max: 40 }).describe("The request that it becomes a message of"),
  notFixed: z
    .boolean("Choose whether the problem is fixed")
    .optional()
    .describe("About a resolved request: true reopens it"),
})
export type MailToFile = z.infer<typeof MailToFile>

export const FiledMail = z.object({ requestId: KeptId })
