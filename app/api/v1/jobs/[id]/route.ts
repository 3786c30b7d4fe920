import { endpoint } from "@/lib/http/endpoint"
import { dropJob } from "@/lib/oversight/failed-jobs/drop"
import { failedJobOperations } from "@/lib/oversight/failed-jobs/operations"
import { getFailedJob } from "@/lib/oversight/failed-jobs/read"

export const GET = endpoint(failedJobOperations.getFailedJob, getFailedJob)
export const DELETE = endpoint(failedJobOperations.dropJob, dropJob)
