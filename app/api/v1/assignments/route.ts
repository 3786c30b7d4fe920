import { endpoint } from "@/lib/http/endpoint"
import { handOutRequests } from "@/lib/team/hand-out"
import { teamOperations } from "@/lib/team/operations"

export const POST = endpoint(teamOperations.handOutRequests, handOutRequests)
