import { operation } from "@/lib/model/operation"
import { TeamRoster, WeekAsked } from "./contract"

export const teamRosterOperations = {
  getTeamRoster: operation({
    method: "get",
    path: "/team/roster",
    tag: "Team",
    access: "account",
    status: 200,
    summary: "Get one week of everybody's shifts and absences, and the skills that nobody covers, by hour",
    description: "Shifts are those of the weekly rosters as they are now. Areas are not taken into account.",
    input: WeekAsked,
    example: { week: "2026-11-23", limit: 40 },
    output: TeamRoster,
  }),
}
