import { EXAMPLE_ID, operation } from "@/lib/model/operation"
import { Paging } from "@/lib/model/page"
import { AssignRequests, AssignRequestsResult, Queue, QueueFilter, Team } from "./contract"

export const teamOperations = {
  getTeam: operation({
    method: "get",
    path: "/team",
    tag: "Team",
    access: "account",
    status: 200,
    summary: "List active support staff and supervisors by name, with duty and workload",
    description:
      "Gives counts and the oldest request per person. List a person's open requests, most urgent first, with `GET /requests?assignee={id}&status=open`.",
    input: Paging,
    example: { limit: 20 },
    output: Team,
  }),
  getQueue: operation({
    method: "get",
    path: "/queue",
    tag: "Team",
    access: "account",
    status: 200,
    summary: "List the unassigned queue: open requests, most urgent first, then oldest, and why each is unassigned",
    input: QueueFilter,
    example: { limit: 20 },
    output: Queue,
  }),
  assignRequests: operation({
    method: "post",
    path: "/assignments",
    tag: "Team",
    access: "account",
    keys: "request.assign",
    status: 200,
    summary: "Assign several requests to one person",
    description:
      "Each request is assigned independently. The response gives the outcome of each; a failure does not affect the others.",
    input: AssignRequests,
    example: {
      requests: [{ id: EXAMPLE_ID, version: 2 }],
      assigneeId: EXAMPLE_ID,
      note: "Please take these this week.",
    },
    output: AssignRequestsResult,
  }),
}
