import { endpoint } from "@/lib/http/endpoint"
import { dropJob } from "@/lib/oversight/failed-jobs/drop-job"
import { getFailedJob } from "@/lib/oversight/failed-jobs/get-failed-job"
import { failedJobOperations } from "@/lib/oversight/failed-jobs/operations"

export const GET = endpoint(failedJobOperations.getFailedJob, getFailedJob)
export const DELETE = endpoint(failedJobOperations.dropJob, dropJob)
