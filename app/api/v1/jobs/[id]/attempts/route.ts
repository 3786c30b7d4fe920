import { failedJobOperations } from "@/lib/failed-jobs/operations"
import { retryJob } from "@/lib/failed-jobs/retry"
import { endpoint } from "@/lib/http/endpoint"

export const POST = endpoint(failedJobOperations.retryJob, retryJob)
