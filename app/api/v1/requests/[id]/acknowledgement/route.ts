import { emergencyOperations } from "@/lib/emergencies/contract"
import { endpoint } from "@/lib/http/endpoint"
import { acknowledgeRequest } from "@/lib/requests/acknowledge"

export const PUT = endpoint(emergencyOperations.acknowledgeRequest, acknowledgeRequest)
