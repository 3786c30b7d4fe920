import { z } from "zod"
import { operation } from "@/lib/model/operation"
import { Id, One } from "@/lib/model/text"
import { Expectation, NearestClock, RequestClock } from "./contract"

export const serviceLevelOperations = {
  listClocks: operation({
    method: "get",
    path: "/requests/{id}/clocks",
    tag: "Service levels",
    access: "account",
    status: 200,
    summary: "How a request stands against its service levels, and why",
    description: "Computed from the timeline whenever somebody asks.",
    input: One,
    output: z.object({ items: z.array(RequestClock) }),
  }),
  listNearestClocks: operation({
    method: "get",
    path: "/request-clocks",
    tag: "Service levels",
    access: "account",
    status: 200,
    summary: "Of each of these requests, what is late or due first",
    description: "Requests that you may not see, and those with nothing left to meet, are left out.",
    input: z.object({
      ids: z
        .array(Id, "Give the ids of requests")
        .max(100, "Ask for 100 requests or fewer")
        .describe("Repeat it for each request"),
    }),
    output: z.object({ items: z.array(NearestClock) }),
  }),
  getExpectation: operation({
    method: "get",
    path: "/requests/{id}/expectation",
    tag: "Service levels",
    access: "account",
    keys: "request.read",
    status: 200,
    summary: "When an answer and a solution can be expected",
    input: One,
    output: Expectation,
  }),
}
