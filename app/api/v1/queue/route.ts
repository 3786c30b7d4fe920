import { getQueue } from "@/lib/dispatch/team/get-queue"
import { teamOperations } from "@/lib/dispatch/team/operations"
import { endpoint } from "@/lib/http/endpoint"

export const GET = endpoint(teamOperations.getQueue, getQueue)
