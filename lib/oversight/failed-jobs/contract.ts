import { z } from "zod"
import { Instant } from "@/lib/model/text"

export const JOB_STATES = ["retrying", "running", "dead"] as const

/** Numbered by the database. */
export const JobId = z.int("Enter the id of a job").min(1)
export const OneJob = z.object({ id: JobId })

export const FailedJob = z.object({
  id: JobId,
  task: z.string().describe("The task, such as `send_mail`"),
  state: z
    .enum(JOB_STATES)
    .describe("`retrying` is retried automatically; `dead` is not, and is deleted after 30 days"),
  why: z.string().describe("What the failure means, in plain words"),
  error: z.string().describe("The last error as recorded, without personal data"),
  attempts: z.number().int(),
  maxAttempts: z.number().int(),
  nextAttemptAt: Instant.nullable(),
  failedAt: Instant,
  createdAt: Instant,
  requestId: z.string().nullable().describe("The id of the HTTP request that caused the job, as in the log"),
})
export type FailedJob = z.infer<typeof FailedJob>
