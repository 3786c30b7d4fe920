import { failedJobOperations } from "@/lib/failed-jobs/operations"
import { listFailedJobs } from "@/lib/failed-jobs/read"
import { endpoint } from "@/lib/http/endpoint"

export const GET = endpoint(failedJobOperations.listFailedJobs, listFailedJobs)
