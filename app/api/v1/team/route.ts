import { endpoint } from "@/lib/http/endpoint"
import { getTeam } from "@/lib/team/get-team"
import { teamOperations } from "@/lib/team/operations"

export const GET = endpoint(teamOperations.getTeam, getTeam)
