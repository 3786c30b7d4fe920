import { z } from "zod"
import { EXAMPLE_ID, operation } from "@/lib/model/operation"
import { NamedPerson } from "@/lib/model/person"
import { One } from "@/lib/model/text"
import { ServiceRequest } from "@/lib/requests/contract"
import {
  Cancellation,
  Correction,
  FixConfirmation,
  Proposal,
  ProposalFilter,
  Proposals,
  Reopening,
  Return,
} from "./contract"

export const outcomeOperations = {
  confirmFixed: operation({
    method: "post",
    path: "/requests/{id}/confirmation",
    tag: "Requests",
    access: "account",
    keys: "request.confirm",
    status: 200,
    summary: "Say that a resolved request is fixed, which closes it",
    description:
      "With a rating and a comment if the customer wants to give them. One that was closed because the customer said nothing can still be rated, once. 409 if we are still working on the request or it is rated already.",
    input: FixConfirmation,
    example: { rating: 5, comment: "Quick and friendly." },
    fails: ["conflict"],
    output: ServiceRequest,
  }),
  reopenOwn: operation({
    method: "post",
    path: "/requests/{id}/reopening",
    tag: "Requests",
    access: "account",
    keys: "request.reopen",
    status: 200,
    summary: "Say that a request is not fixed",
    description:
      "Within the days of the setting `reopenDays` since it was resolved, work continues: you get it, in progress. Later you get a new request that follows it up: see `followUpOf`. 409 if it is still open or was cancelled, or if a request that follows it up is open.",
    input: Reopening,
    example: { reason: "The display went blank again this morning." },
    fails: ["conflict"],
    output: ServiceRequest,
  }),
  cancelOwn: operation({
    method: "post",
    path: "/requests/{id}/cancellation",
    tag: "Requests",
    access: "account",
    keys: "request.cancel",
    status: 200,
    summary: "Cancel your request while it is pending",
    description:
      "Unlike a deleted one it stays in the list. 409 if work has started, it has ended, it is an emergency that has been acknowledged, or staff are checking it for danger.",
    input: Cancellation,
    example: { reason: "The display works again." },
    fails: ["conflict"],
    output: ServiceRequest,
  }),
  correctRequest: operation({
    method: "patch",
    path: "/requests/{id}",
    tag: "Requests",
    access: "account",
    keys: "request.correct",
    status: 200,
    summary: "Correct the description or the phone of a request while it is pending",
    description:
      "The timeline keeps what stood there before. Words that mention a danger are put before staff on duty, as with added details. 409 if work has started, and for the description of an emergency: add details to it.",
    input: Correction,
    example: {
      description: "The display of our meter has been blank since Sunday. The boiler works as usual.",
      version: 2,
    },
    fails: ["conflict"],
    output: ServiceRequest,
  }),
  returnRequest: operation({
    method: "post",
    path: "/requests/{id}/return",
    tag: "Requests",
    access: "account",
    status: 200,
    summary: "Send a request back to the unassigned queue",
    description:
      "It is assigned automatically to someone else who is eligible, and never again to the person it was with. 409 for emergencies and for requests that nobody has.",
    input: Return,
    example: { reason: "This needs someone who knows this type of meter.", version: 2 },
    fails: ["conflict"],
    output: ServiceRequest,
  }),
  proposeColleague: operation({
    method: "post",
    path: "/requests/{id}/proposals",
    tag: "Requests",
    access: "account",
    status: 201,
    summary: "Propose a colleague for an open request",
    description:
      "Supervisors see it and decide. The request stays with who has it until then. A later proposal replaces an earlier one.",
    input: Proposal,
    example: { assigneeId: EXAMPLE_ID, reason: "She was there last week." },
    fails: ["conflict"],
    output: ServiceRequest,
  }),
  listColleagues: operation({
    method: "get",
    path: "/requests/{id}/colleagues",
    tag: "Requests",
    access: "account",
    status: 200,
    summary: "List whom you can propose for a request, by name",
    input: One,
    output: z.object({ items: z.array(NamedPerson) }),
  }),
  listProposals: operation({
    method: "get",
    path: "/proposals",
    tag: "Requests",
    access: "account",
    status: 200,
    summary: "List colleagues proposed for open requests, oldest first",
    description:
      "Those that nothing has come of yet: since then the request has not been assigned to anyone else. At most 100.",
    input: ProposalFilter,
    example: { requestId: EXAMPLE_ID },
    output: Proposals,
  }),
}
