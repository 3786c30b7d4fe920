import { cache } from "react"
import { failedJobOperations } from "@/lib/failed-jobs/operations"
import { getFailedJob, listFailedJobs } from "@/lib/failed-jobs/read"
import { load } from "@/lib/http/load"

export const loadFailedJobs = load(failedJobOperations.listFailedJobs, listFailedJobs)

const loadOne = load(failedJobOperations.getFailedJob, getFailedJob)

/** Asked for by a page's title and by the page itself. */
export const loadFailedJob = cache((id: string) => loadOne({ id }))
