import { emergencyOperations } from "@/lib/emergencies/contract"
import { listEmergencies } from "@/lib/emergencies/list"
import { endpoint } from "@/lib/http/endpoint"

export const GET = endpoint(emergencyOperations.listEmergencies, listEmergencies)
