import { endpoint } from "@/lib/http/endpoint"
import { getQueue } from "@/lib/team/get-queue"
import { teamOperations } from "@/lib/team/operations"

export const GET = endpoint(teamOperations.getQueue, getQueue)
