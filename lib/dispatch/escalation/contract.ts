import { z } from "zod"
import { REPORTS } from "@/lib/dispatch/reports/contract"
import { CATEGORY_IDS } from "@/lib/model/category"
import { ESCALATION_LEVELS } from "@/lib/model/escalation-level"
import { NEEDS } from "@/lib/model/need"
import { NamedPerson } from "@/lib/model/person"
import { KeptPremises } from "@/lib/model/premises"
import { Instant, KeptId, One, Version } from "@/lib/model/text"
import { Danger } from "@/lib/requests/contract"

export const Acknowledgement = One.extend({
  version: Version.optional().describe("The version you saw. Without it, whatever was added counts as seen"),
})
export type Acknowledgement = z.output<typeof Acknowledgement>

export const Emergency = z.object({
  id: KeptId.describe("Id of the request"),
  reference: z.string(),
  category: z.enum(CATEGORY_IDS),
  title: z.string(),
  danger: Danger.nullable().describe("The words that make it an emergency when the category does not"),
  everyoneOutside: z.boolean().nullable(),
  anyoneUnwell: z.boolean().nullable(),
  needs: z.array(z.enum(NEEDS)).describe("What the customer told us of the people at their home"),
  added: z
    .string()
    .nullable()
    .describe(
      "What the customer has added since somebody acknowledged it, or since they sent it: the latest five, each in a line of its own, the latest first. Null for nothing",
    ),
  premises: KeptPremises,
  customer: z.object({ name: z.string(), phone: z.string().describe("The phone that is with them, if they gave one") }),
  createdAt: Instant,
  rung: z.enum(ESCALATION_LEVELS).describe("A qualified person, then the supervisor on duty, then all supervisors"),
  offeredTo: NamedPerson.nullable().describe(
    "Null once it is offered to all supervisors, unless somebody has it already",
  ),
  offeredAt: Instant,
  dueAt: Instant.describe("When it is escalated to the next level; at the last level, when it begins again"),
  round: z
    .int()
    .describe("How often it has gone round, from 1: after the last level it begins again with those on duty"),
  askedAgain: z
    .boolean()
    .describe(
      "Whether the person it is offered to had acknowledged it already, and was asked to confirm what was added since. It stays assigned to them",
    ),
  version: Version.describe("Send the version you saw when you acknowledge it"),
  ...REPORTS,
})
export type Emergency = z.infer<typeof Emergency>
