import { assignRequests } from "@/lib/dispatch/team/assign-requests"
import { teamOperations } from "@/lib/dispatch/team/operations"
import { endpoint } from "@/lib/http/endpoint"

export const POST = endpoint(teamOperations.assignRequests, assignRequests)
