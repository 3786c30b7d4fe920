import { acknowledgeRequest } from "@/lib/dispatch/acknowledge-request"
import { emergencyOperations } from "@/lib/dispatch/escalation/operations"
import { endpoint } from "@/lib/http/endpoint"

export const PUT = endpoint(emergencyOperations.acknowledgeRequest, acknowledgeRequest)
