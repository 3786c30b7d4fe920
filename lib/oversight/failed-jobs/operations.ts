import { z } from "zod"
import { operation } from "@/lib/model/operation"
import { page } from "@/lib/model/page"
import { FailedJob, JobId, OneJob } from "./contract"

export const failedJobOperations = {
  listFailedJobs: operation({
    method: "get",
    path: "/jobs",
    tag: "Jobs",
    access: "account",
    status: 200,
    summary: "Jobs that have failed and are not done yet, newest first",
    input: z.object({
      after: JobId.optional().describe("Id of the last job of the page before"),
      limit: z.number("Give a number of rows").int().min(1).max(100).default(20),
    }),
    output: page(FailedJob),
  }),
  getFailedJob: operation({
    method: "get",
    path: "/jobs/{id}",
    tag: "Jobs",
    access: "account",
    status: 200,
    summary: "One job that has failed",
    input: OneJob,
    output: FailedJob,
  }),
  retryJob: operation({
    method: "post",
    path: "/jobs/{id}/attempts",
    tag: "Jobs",
    access: "account",
    status: 202,
    summary: "Try a failed job again now",
    description: "It has as many attempts as a new one. `409` while it is being tried.",
    input: OneJob,
    output: z.object({ id: JobId }),
  }),
  dropJob: operation({
    method: "delete",
    path: "/jobs/{id}",
    tag: "Jobs",
    access: "account",
    status: 204,
    summary: "Drop a failed job: it is never done",
    description: "`409` while it is being tried.",
    input: OneJob,
    output: z.void(),
  }),
}
