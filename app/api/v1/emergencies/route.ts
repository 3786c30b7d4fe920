import { listEmergencies } from "@/lib/dispatch/escalation/list-emergencies"
import { emergencyOperations } from "@/lib/dispatch/escalation/operations"
import { endpoint } from "@/lib/http/endpoint"

export const GET = endpoint(emergencyOperations.listEmergencies, listEmergencies)
