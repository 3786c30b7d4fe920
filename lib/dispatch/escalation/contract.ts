import { z } from "zod"
import { CATEGORY_IDS } from "@/lib/model/category"
import { ESCALATION_LEVELS } from "@/lib/model/escalation-level"
import { NamedPerson } from "@/lib/model/person"
import { KeptPremises } from "@/lib/model/premises"
import { Instant, KeptId } from "@/lib/model/text"
import { Danger } from "@/lib/requests/contract"

export const Emergency = z.object({
  id: KeptId.describe("The request's"),
  reference: z.string(),
  category: z.enum(CATEGORY_IDS),
  title: z.string(),
  danger: Danger.nullable().describe("Which words make it an emergency, where the category does not"),
  premises: KeptPremises,
  customer: z.object({ name: z.string(), phone: z.string() }),
  rung: z.enum(ESCALATION_LEVELS).describe("Somebody qualified, then the supervisor on duty, then all supervisors"),
  offeredTo: NamedPerson.nullable().describe("Null while any supervisor may take it"),
  offeredAt: Instant,
  dueAt: Instant.nullable().describe("When it is offered to the next; null on the last rung"),
})
export type Emergency = z.infer<typeof Emergency>
