import { operation } from "@/lib/model/operation"
import { Paging } from "@/lib/model/page"
import { AssignRequests, AssignRequestsResult, Queue, QueueFilter, Team } from "./contract"

export const teamOperations = {
  getTeam: operation({
    method: "get",
    path: "/team",
    tag: "Team",
    access: "account",
    status: 200,
    summary: "Everybody who works on requests, by name: on duty or not, and how much they have to do",
    description:
      "Counts and the oldest request of each. What somebody has open is listed page by page, most urgent first, by `GET /requests?assignee={id}&status=open`.",
    input: Paging,
    output: Team,
  }),
  getQueue: operation({
    method: "get",
    path: "/queue",
    tag: "Team",
    access: "account",
    status: 200,
    summary: "Open requests that nobody has, most urgent first, then oldest, and why nobody has them",
    input: QueueFilter,
    output: Queue,
  }),
  assignRequests: operation({
    method: "post",
    path: "/assignments",
    tag: "Team",
    access: "account",
    keys: "request.assign",
    status: 200,
    summary: "Give several requests to somebody",
    description:
      "Each is decided by itself: the answer says for each what came of it, and what failed changes nothing.",
    input: AssignRequests,
    output: AssignRequestsResult,
  }),
}
