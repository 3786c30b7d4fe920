import { z } from "zod"
import { operation } from "@/lib/model/operation"
import { TARGETS } from "@/lib/model/target"
import { Id, Instant, KeptId, One } from "@/lib/model/text"
import { CLOCK_STATES } from "./clock-state"
import { HOURS } from "./service-levels"
import { WHYS } from "./time-segments"

const Milliseconds = z.number().int()

const ClockSummary = z.object({
  target: z.enum(TARGETS),
  state: z
    .enum(CLOCK_STATES)
    .describe("`paused` while the customer is waited for; `breached` also when it was met too late"),
  minutes: z.number().int().describe("How much time there is"),
  hours: z.enum(HOURS).describe("`working`: only the utility's working hours count"),
  startedAt: Instant,
  dueAt: Instant.nullable().describe("Null while it is paused"),
  metAt: Instant.nullable(),
  used: Milliseconds.describe("Milliseconds of the time that counts"),
  remaining: Milliseconds.describe("The rest of it in milliseconds; below zero when it is late"),
})
export type ClockSummary = z.infer<typeof ClockSummary>

const ClockSegment = z.object({
  from: Instant,
  until: Instant,
  why: z.enum(WHYS),
  counts: z.boolean(),
  duration: Milliseconds.describe("In milliseconds"),
})
export type ClockSegment = z.infer<typeof ClockSegment>

const RequestClock = ClockSummary.extend({
  segments: z.array(ClockSegment).describe("Follow on each other; those that count sum to `used`"),
  untilDue: z
    .array(ClockSegment)
    .describe(
      "The same up to `dueAt`, if nothing happens before: those that count sum to all the time there is. Else as `segments`",
    ),
})
export type RequestClock = z.infer<typeof RequestClock>

const NearestClock = ClockSummary.extend({ requestId: KeptId })
export type NearestClock = z.infer<typeof NearestClock>

export const PROMISE_STATES = ["expected", "waiting_for_customer", "late", "kept"] as const

const Expected = z.object({
  state: z.enum(PROMISE_STATES).describe("`kept` once it is there, late or not"),
  by: Instant.nullable().describe("Null while nobody can say"),
})

const Expectation = z.object({ answer: Expected, solution: Expected })
export type Expectation = z.infer<typeof Expectation>

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
