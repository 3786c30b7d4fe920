import type { Metadata } from "next"
import { PrintButton } from "@/components/desk/print-button"
import { CoverageTable } from "@/components/rosters/coverage-table"
import { TeamWeek } from "@/components/rosters/team-week"
import { weekAddress, weekBeside, weekInWords } from "@/components/rosters/week-words"
import { Link } from "@/components/ui/link"
import { Pagination } from "@/components/ui/pagination"
import { Day } from "@/lib/dispatch/rosters/contract"
import { getTeamRoster } from "@/lib/dispatch/team-rosters/get-team-roster"
import { teamRosterOperations } from "@/lib/dispatch/team-rosters/operations"
import { load } from "@/lib/http/load"
import { requirePermission } from "@/lib/http/require-permission"

export const metadata: Metadata = { title: "Team roster" }

const loadTeamRoster = load(teamRosterOperations.getTeamRoster, getTeamRoster)

export default async function TeamRosterPage({ searchParams }: PageProps<"/desk/team/roster">) {
  await requirePermission("team.read")
  const { week, after } = await searchParams
  const asked = Day.safeParse(week)
  const { days, items, next, timeZone } = await loadTeamRoster({ week: asked.success ? asked.data : undefined, after })
  const [monday = "", sunday = ""] = [days[0]?.day, days.at(-1)?.day]
  const withoutHours = items.filter(({ hasSetHours }) => !hasSetHours).length
  return (
    <div className="team-roster">
      <header>
        <h1>Team roster</h1>
        <p>{weekInWords(monday, sunday)}</p>
        <nav aria-label="Weeks">
          <Link href={weekAddress(weekBeside(monday, -1))}>Previous week</Link>
          <Link href={weekAddress()}>This week</Link>
          <Link href={weekAddress(weekBeside(monday, 1))}>Next week</Link>
          <Link href="/desk/team">Team</Link>
          <Link href="/desk/team/holidays">Holidays</Link>
        </nav>
        <PrintButton />
      </header>
      <TeamWeek days={days} people={items} />
      <Pagination label="People" first={after && weekAddress(monday)} next={next && weekAddress(monday, next)} />
      <CoverageTable days={days} timeZone={timeZone} />
      <p className="muted">
        Times are in {timeZone}.{" "}
        {withoutHours > 0
          ? "People marked “Any” have no set hours: they work when they are available, and are not counted above."
          : null}
      </p>
    </div>
  )
}
