import { endpoint } from "@/lib/http/endpoint"
import { failedJobOperations } from "@/lib/oversight/failed-jobs/operations"
import { listFailedJobs } from "@/lib/oversight/failed-jobs/read"

export const GET = endpoint(failedJobOperations.listFailedJobs, listFailedJobs)
