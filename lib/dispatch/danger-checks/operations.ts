import { operation } from "@/lib/model/operation"
import { page } from "@/lib/model/page"
import { CheckedRequest, DangerAnswer, DangerCheck, DangerCheckFilter } from "./contract"

export const dangerCheckOperations = {
  listDangerChecks: operation({
    method: "get",
    path: "/danger-checks",
    tag: "Emergencies",
    access: "account",
    status: 200,
    summary: "List requests that may be emergencies and that nobody has checked",
    description:
      "Due first. A request whose words may tell of a danger, and which is not an emergency, has to be checked by someone on duty. Supervisors and administrators see all; other staff see those that their skills qualify them for, while they are on shift or on call.",
    input: DangerCheckFilter,
    example: { limit: 20 },
    output: page(DangerCheck),
  }),
  decideDangerCheck: operation({
    method: "put",
    path: "/requests/{id}/danger-check",
    tag: "Emergencies",
    access: "account",
    status: 200,
    summary: "Say whether a request is an emergency",
    description:
      "The first answer counts; later ones get 409. `danger: true` makes the request an emergency, which is offered to qualified staff immediately. A check that nobody answers in time has the same effect. Until then the request cannot be resolved or cancelled by staff, but work on it can start.",
    input: DangerAnswer,
    example: { danger: false },
    output: CheckedRequest,
  }),
}
