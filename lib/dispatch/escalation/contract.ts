import { z } from "zod"
import { CATEGORY_IDS } from "@/lib/model/category"
import { operation } from "@/lib/model/operation"
import { Paging, page } from "@/lib/model/page"
import { KeptPremises } from "@/lib/model/premises"
import { RUNGS } from "@/lib/model/rung"
import { Instant, KeptId, One } from "@/lib/model/text"
import { Danger, ServiceRequest } from "@/lib/requests/contract"

export const Emergency = z.object({
  id: KeptId.describe("Id of the request"),
  reference: z.string(),
  category: z.enum(CATEGORY_IDS),
  title: z.string(),
  danger: Danger.nullable().describe("The words that make it an emergency when the category does not"),
  premises: KeptPremises,
  customer: z.object({ name: z.string(), phone: z.string() }),
  rung: z.enum(RUNGS).describe("A qualified person, then the supervisor on duty, then all supervisors"),
  offeredTo: z
    .object({ id: KeptId, name: z.string() })
    .nullable()
    .describe("Null once it is offered to all supervisors"),
  offeredAt: Instant,
  dueAt: Instant.nullable().describe("When it is escalated to the next level; null at the last level"),
})
export type Emergency = z.infer<typeof Emergency>

export const emergencyOperations = {
  listEmergencies: operation({
    method: "get",
    path: "/emergencies",
    tag: "Emergencies",
    access: "account",
    status: 200,
    summary: "List unacknowledged emergencies: those offered to you, or all",
    description:
      "Oldest first. Each emergency is offered to one person at a time, for a short time each, until one acknowledges it.",
    input: Paging,
    output: page(Emergency),
  }),
  acknowledgeRequest: operation({
    method: "put",
    path: "/requests/{id}/acknowledgement",
    tag: "Emergencies",
    access: "account",
    status: 200,
    summary: "Acknowledge a request",
    description:
      "The request is assigned to you if it was unassigned or assigned to another person. If several people acknowledge the same emergency, the first succeeds and the others get 409. An administrator acknowledges on behalf of the assignee. Starting work also acknowledges the request.",
    input: One,
    output: ServiceRequest,
  }),
}
