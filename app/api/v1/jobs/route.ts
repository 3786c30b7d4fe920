import { endpoint } from "@/lib/http/endpoint"
import { listFailedJobs } from "@/lib/oversight/failed-jobs/list-failed-jobs"
import { failedJobOperations } from "@/lib/oversight/failed-jobs/operations"

export const GET = endpoint(failedJobOperations.listFailedJobs, listFailedJobs)
