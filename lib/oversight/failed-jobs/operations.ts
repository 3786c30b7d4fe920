import { z } from "zod"
import { operation } from "@/lib/model/operation"
import { page, RowLimit } from "@/lib/model/page"
import { FailedJob, JobId, OneJob } from "./contract"

export const failedJobOperations = {
  listFailedJobs: operation({
    method: "get",
    path: "/jobs",
    tag: "Jobs",
    access: "account",
    status: 200,
    summary: "List failed jobs, newest first",
    input: z.object({
      after: JobId.optional().describe("Id of the last job on the previous page"),
      limit: RowLimit.default(20),
    }),
    example: { limit: 20 },
    output: page(FailedJob),
  }),
  getFailedJob: operation({
    method: "get",
    path: "/jobs/{id}",
    tag: "Jobs",
    access: "account",
    status: 200,
    summary: "Get one failed job",
    input: OneJob,
    output: FailedJob,
  }),
  retryJob: operation({
    method: "post",
    path: "/jobs/{id}/attempts",
    tag: "Jobs",
    access: "account",
    status: 202,
    summary: "Retry a failed job now",
    description: "It gets as many attempts as a new job. `409` while it is running.",
    input: OneJob,
    output: z.object({ id: JobId }),
  }),
  dropJob: operation({
    method: "delete",
    path: "/jobs/{id}",
    tag: "Jobs",
    access: "account",
    status: 204,
    summary: "Drop a failed job without running it",
    description: "`409` while it is running.",
    input: OneJob,
    output: z.void(),
  }),
}
