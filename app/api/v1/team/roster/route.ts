import { getTeamRoster } from "@/lib/dispatch/team-rosters/get-team-roster"
import { teamRosterOperations } from "@/lib/dispatch/team-rosters/operations"
import { endpoint } from "@/lib/http/endpoint"

export const GET = endpoint(teamRosterOperations.getTeamRoster, getTeamRoster)
