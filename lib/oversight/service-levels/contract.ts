import { z } from "zod"
import { operation } from "@/lib/model/operation"
import { TARGETS } from "@/lib/model/target"
import { Id, Instant, KeptId, One } from "@/lib/model/text"
import { HOURS } from "./limit"
import { CLOCK_STATES } from "./reading"
import { WHYS } from "./segment"

const Milliseconds = z.number().int()

const ClockSummary = z.object({
  target: z.enum(TARGETS),
  state: z.enum(CLOCK_STATES).describe("`paused` while waiting for the customer; `breached` also when it was met late"),
  minutes: z.number().int().describe("Time allowed"),
  hours: z.enum(HOURS).describe("`working`: only the utility's working hours count"),
  startedAt: Instant,
  dueAt: Instant.nullable().describe("Null while it is paused"),
  metAt: Instant.nullable(),
  used: Milliseconds.describe("Time used, in milliseconds"),
  remaining: Milliseconds.describe("Time remaining, in milliseconds; negative when overdue"),
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
  segments: z.array(ClockSegment).describe("Consecutive; segments that count add up to `used`"),
  untilDue: z
    .array(ClockSegment)
    .describe(
      "Segments up to `dueAt` if nothing changes before: those that count add up to the time allowed. Otherwise as `segments`",
    ),
})
export type RequestClock = z.infer<typeof RequestClock>

const NearestClock = ClockSummary.extend({ requestId: KeptId })
export type NearestClock = z.infer<typeof NearestClock>

export const PROMISE_STATES = ["expected", "waiting_for_customer", "late", "kept"] as const

const Expected = z.object({
  state: z.enum(PROMISE_STATES).describe("`kept` once done, late or not"),
  by: Instant.nullable().describe("Null while the time is unknown"),
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
