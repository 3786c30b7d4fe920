import { handOutRequests } from "@/lib/dispatch/team/hand-out"
import { teamOperations } from "@/lib/dispatch/team/operations"
import { endpoint } from "@/lib/http/endpoint"

export const POST = endpoint(teamOperations.handOutRequests, handOutRequests)
