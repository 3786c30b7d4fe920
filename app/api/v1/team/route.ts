import { getTeam } from "@/lib/dispatch/team/get-team"
import { teamOperations } from "@/lib/dispatch/team/operations"
import { endpoint } from "@/lib/http/endpoint"

export const GET = endpoint(teamOperations.getTeam, getTeam)
