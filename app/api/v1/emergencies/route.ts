import { emergencyOperations } from "@/lib/dispatch/escalation/contract"
import { listEmergencies } from "@/lib/dispatch/escalation/list-emergencies"
import { endpoint } from "@/lib/http/endpoint"

export const GET = endpoint(emergencyOperations.listEmergencies, listEmergencies)
