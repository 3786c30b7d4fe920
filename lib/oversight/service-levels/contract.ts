import { z } from "zod"
import { TARGETS } from "@/lib/model/target"
import { Instant, KeptId } from "@/lib/model/text"
import { CLOCK_STATES } from "./clock-state"
import { HOURS } from "./service-levels"
import { SEGMENT_REASONS } from "./time-segments"

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
  why: z.enum(SEGMENT_REASONS),
  counts: z.boolean(),
  duration: Milliseconds.describe("In milliseconds"),
})
export type ClockSegment = z.infer<typeof ClockSegment>

export const RequestClock = ClockSummary.extend({
  segments: z.array(ClockSegment).describe("Consecutive; segments that count add up to `used`"),
  untilDue: z
    .array(ClockSegment)
    .describe(
      "Segments up to `dueAt` if nothing changes before: those that count add up to the time allowed. Otherwise as `segments`",
    ),
})
export type RequestClock = z.infer<typeof RequestClock>

export const NearestClock = ClockSummary.extend({ requestId: KeptId })
export type NearestClock = z.infer<typeof NearestClock>

export const PROMISE_STATES = ["expected", "waiting_for_customer", "late", "kept"] as const

const Expected = z.object({
  state: z.enum(PROMISE_STATES).describe("`kept` once done, late or not"),
  by: Instant.nullable().describe("Null while the time is unknown"),
  renewals: z
    .number()
    .int()
    .describe("How many times another time was given because the one before could not be kept; 3 at most"),
})

export const Expectation = z.object({ answer: Expected, solution: Expected })
export type Expectation = z.infer<typeof Expectation>
