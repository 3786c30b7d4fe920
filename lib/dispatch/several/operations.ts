import { EXAMPLE_ID, operation } from "@/lib/model/operation"
import { ChangedRequests, ChangeRequests } from "./contract"
import { MOST_AT_ONCE } from "./most-at-once"

export const severalOperations = {
  changeRequests: operation({
    method: "post",
    path: "/requests/changes",
    tag: "Requests",
    access: "account",
    keys: "request.move",
    status: 200,
    summary: "Change the status, the assignee or the priority of several requests",
    description: `Changes up to ${MOST_AT_ONCE} requests, each independently, as the calls for a single request do. The response gives the outcome of each in the order you sent them; a failure does not affect the others.`,
    input: ChangeRequests,
    example: {
      requests: [{ id: EXAMPLE_ID, version: 2 }],
      to: "in_progress",
      note: "We will come on Thursday morning.",
    },
    output: ChangedRequests,
  }),
}
