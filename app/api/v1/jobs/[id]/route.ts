import { dropJob } from "@/lib/failed-jobs/drop"
import { failedJobOperations } from "@/lib/failed-jobs/operations"
import { getFailedJob } from "@/lib/failed-jobs/read"
import { endpoint } from "@/lib/http/endpoint"

export const GET = endpoint(failedJobOperations.getFailedJob, getFailedJob)
export const DELETE = endpoint(failedJobOperations.dropJob, dropJob)
