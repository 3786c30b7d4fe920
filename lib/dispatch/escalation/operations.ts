import { operation } from "@/lib/model/operation"
import { Paging, page } from "@/lib/model/page"
import { One } from "@/lib/model/text"
import { ServiceRequest } from "@/lib/requests/contract"
import { Emergency } from "./contract"

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
