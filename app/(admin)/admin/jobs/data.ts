import { cache } from "react"
import { load } from "@/lib/http/load"
import { getFailedJob } from "@/lib/oversight/failed-jobs/get-failed-job"
import { listFailedJobs } from "@/lib/oversight/failed-jobs/list-failed-jobs"
import { failedJobOperations } from "@/lib/oversight/failed-jobs/operations"

export const loadFailedJobs = load(failedJobOperations.listFailedJobs, listFailedJobs)

const loadOne = load(failedJobOperations.getFailedJob, getFailedJob)

/** Asked for by a page's title and by the page itself. */
export const loadFailedJob = cache((id: string) => loadOne({ id }))
