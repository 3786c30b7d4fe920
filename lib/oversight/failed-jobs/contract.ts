import { z } from "zod"
import { Instant } from "@/lib/model/text"

export const JOB_STATES = ["retrying", "running", "dead"] as const

/** Numbered by the database. */
export const JobId = z.int("Give the id of a job").min(1)
export const OneJob = z.object({ id: JobId })

export const FailedJob = z.object({
  id: JobId,
  task: z.string().describe("What was to be done, such as `send_mail`"),
  state: z.enum(JOB_STATES).describe("`retrying` is tried again by itself, `dead` is not and goes after 30 days"),
  why: z.string().describe("What the failure means, in plain words"),
  error: z.string().describe("The last failure as it was noted, without what could name somebody"),
  attempts: z.number().int(),
  maxAttempts: z.number().int(),
  nextAttemptAt: Instant.nullable(),
  failedAt: Instant,
  createdAt: Instant,
  requestId: z.string().nullable().describe("The request that it follows from, as the log names it"),
})
export type FailedJob = z.infer<typeof FailedJob>
