import { z } from "zod"
import { EXAMPLE_ID, operation } from "@/lib/model/operation"
import { Id, One } from "@/lib/model/text"
import { Expectation, NearestClock, RequestClock } from "./contract"

export const serviceLevelOperations = {
  listClocks: operation({
    method: "get",
    path: "/requests/{id}/clocks",
    tag: "Service levels",
    access: "account",
    status: 200,
    summary: "Get a request's service levels, and how each deadline was calculated",
    description: "Calculated from the timeline at the time of the call.",
    input: One,
    output: z.object({ items: z.array(RequestClock) }),
  }),
  listNearestClocks: operation({
    method: "get",
    path: "/request-clocks",
    tag: "Service levels",
    access: "account",
    status: 200,
    summary: "Get the overdue or next due service level of each request",
    description: "Leaves out requests you cannot see and requests with nothing left to meet.",
    input: z.object({
      ids: z
        .array(Id, "Enter the ids of requests")
        .max(100, "Enter 100 requests or fewer")
        .describe("Repeat for each request"),
    }),
    example: { ids: [EXAMPLE_ID] },
    output: z.object({ items: z.array(NearestClock) }),
  }),
  getExpectation: operation({
    method: "get",
    path: "/requests/{id}/expectation",
    tag: "Service levels",
    access: "account",
    keys: "request.read",
    status: 200,
    summary: "Get when to expect a response and a resolution",
    input: One,
    output: Expectation,
  }),
}
