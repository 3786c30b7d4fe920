import { z } from "zod"
import { CATEGORY_IDS } from "@/lib/model/category"
import { ESCALATION_LEVELS } from "@/lib/model/escalation-level"
import { operation } from "@/lib/model/operation"
import { Paging, page } from "@/lib/model/page"
import { KeptPremises } from "@/lib/model/premises"
import { Instant, KeptId, One } from "@/lib/model/text"
import { Danger, ServiceRequest } from "@/lib/requests/contract"

export const Emergency = z.object({
  id: KeptId.describe("The request's"),
  reference: z.string(),
  category: z.enum(CATEGORY_IDS),
  title: z.string(),
  danger: Danger.nullable().describe("Which words make it an emergency, where the category does not"),
  premises: KeptPremises,
  customer: z.object({ name: z.string(), phone: z.string() }),
  rung: z.enum(ESCALATION_LEVELS).describe("Somebody qualified, then the supervisor on duty, then all supervisors"),
  offeredTo: z.object({ id: KeptId, name: z.string() }).nullable().describe("Null while any supervisor may take it"),
  offeredAt: Instant,
  dueAt: Instant.nullable().describe("When it is offered to the next; null on the last rung"),
})
export type Emergency = z.infer<typeof Emergency>

export const emergencyOperations = {
  listEmergencies: operation({
    method: "get",
    path: "/emergencies",
    tag: "Emergencies",
    access: "account",
    status: 200,
    summary: "Emergencies that nobody has acknowledged yet: those offered to you, or all",
    description:
      "Oldest first. An emergency is offered to one person after the other, each for a short time, until somebody acknowledges it.",
    input: Paging,
    output: page(Emergency),
  }),
  acknowledgeRequest: operation({
    method: "put",
    path: "/requests/{id}/acknowledgement",
    tag: "Emergencies",
    access: "account",
    status: 200,
    summary: "Say that you look after a request",
    description:
      "You become its assignee if it is somebody else's or nobody's: of several who take one emergency the first has it, and the others are answered 409. An administrator acknowledges for the assignee. Starting work acknowledges, too.",
    input: One,
    output: ServiceRequest,
  }),
}
