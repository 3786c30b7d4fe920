import { operation } from "@/lib/model/operation"
import { Paging, page } from "@/lib/model/page"
import { ServiceRequest } from "@/lib/requests/contract"
import { Acknowledgement, Emergency } from "./contract"

export const emergencyOperations = {
  listEmergencies: operation({
    method: "get",
    path: "/emergencies",
    tag: "Emergencies",
    access: "account",
    status: 200,
    summary: "List unacknowledged emergencies: those you can take, or all",
    description:
      "Oldest first. Each emergency is offered to one person at a time, for a short time each, round after round, until one acknowledges it. Staff see those offered to them, and all others they are qualified for while they are on shift or on call; supervisors and administrators see all. Staff and supervisors may acknowledge every emergency in their list, also one that is offered to another person.",
    input: Paging,
    example: { limit: 20 },
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
      "The request is assigned to you if it was unassigned or assigned to another person. If several people acknowledge the same emergency, the first succeeds and the others get 409. An administrator acknowledges on behalf of the assignee. Starting work also acknowledges the request. Send the `version` you saw: if more danger was added since, an emergency that nobody has is assigned to you but not acknowledged until you confirm what was added, and one that somebody has stays as it is (409). When that person does not confirm in time it stays assigned to them and supervisors are told; a supervisor who acknowledges it confirms on behalf of them.",
    input: Acknowledgement,
    example: { version: 1 },
    output: ServiceRequest,
  }),
}
