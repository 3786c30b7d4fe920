import { endpoint } from "@/lib/http/endpoint"
import { failedJobOperations } from "@/lib/oversight/failed-jobs/operations"
import { retryJob } from "@/lib/oversight/failed-jobs/retry-job"

export const POST = endpoint(failedJobOperations.retryJob, retryJob)
