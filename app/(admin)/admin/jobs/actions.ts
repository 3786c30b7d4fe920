"use server"

import { redirect } from "next/navigation"
import { action } from "@/lib/http/action"
import * as dropping from "@/lib/oversight/failed-jobs/drop-job"
import { failedJobOperations } from "@/lib/oversight/failed-jobs/operations"
import * as retrying from "@/lib/oversight/failed-jobs/retry-job"

export const retryJob = action(failedJobOperations.retryJob, retrying.retryJob, ({ id }) =>
  redirect(`/admin/jobs?retried=${id}`),
)
export const dropJob = action(failedJobOperations.dropJob, dropping.dropJob, () => redirect("/admin/jobs?dropped=1"))
