"use server"

import { redirect } from "next/navigation"
import * as dropping from "@/lib/failed-jobs/drop"
import { failedJobOperations } from "@/lib/failed-jobs/operations"
import * as retrying from "@/lib/failed-jobs/retry"
import { action } from "@/lib/http/action"

export const retryJob = action(failedJobOperations.retryJob, retrying.retryJob, ({ id }) =>
  redirect(`/admin/jobs?retried=${id}`),
)
export const dropJob = action(failedJobOperations.dropJob, dropping.dropJob, () => redirect("/admin/jobs?dropped=1"))
