import { clockAt, dayHead, gapsOf, lacksEmergencySkill, skillsInWords } from "@/components/rosters/week-words"
import { Disclosure } from "@/components/ui/disclosure"
import type { CoveredDay, CoveredHour, TeamRoster } from "@/lib/dispatch/team-rosters/contract"

/** What each hour of a week lacks: how many skills nobody covers, and which in words. */
export function CoverageTable({ days, timeZone }: Pick<TeamRoster, "days" | "timeZone">) {
  const rows = days.map((it) => ({ ...it, byColumn: columnsOf(it, timeZone) }))
  const columns = [...new Set(rows.flatMap(({ byColumn }) => [...byColumn.keys()]))].sort()
  const gaps = days.map((it) => ({ day: it.day, gaps: gapsOf(it) })).filter((it) => it.gaps.length > 0)
  return (
    <section aria-labelledby="coverage" className="coverage">
      <h2 id="coverage">Skills nobody covers, by hour</h2>
      <table>
        <caption className="sr-only">How many skills nobody covers in each hour. Red: gas leaks or CO alarms</caption>
        <thead>
          <tr>
            <th scope="col">Day</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column.slice(0, 2)}
                {column.endsWith("again") ? <span className="sr-only"> again</span> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ day, byColumn }) => (
            <tr key={day}>
              <th scope="row">{dayHead(day)}</th>
              {columns.map((column) => {
                const hour = byColumn.get(column)
                return hour ? <HourCell key={column} hour={hour} /> : <td key={column} />
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {gaps.length > 0 ? (
        <Disclosure summary="Gaps in words">
          <ul>
            {gaps.flatMap(({ day, gaps }) =>
              gaps.map((gap) => (
                <li key={gap.from.toISOString()}>
                  {dayHead(day)}, {clockAt(gap.from, timeZone)} to {clockAt(gap.until, timeZone)}:{" "}
                  {skillsInWords(gap.lacks)}
                </li>
              )),
            )}
          </ul>
        </Disclosure>
      ) : (
        <p>Every hour of this week is covered.</p>
      )}
    </section>
  )
}

function HourCell({ hour }: { hour: CoveredHour }) {
  const { lacks } = hour
  if (lacks.length === 0) return <td className="covered">0</td>
  return (
    <td className={lacksEmergencySkill(hour) ? "grave" : "gap"} title={skillsInWords(lacks)}>
      {lacks.length}
    </td>
  )
}

/** The hours of a day by what the clock says; the one that comes twice in autumn stands a second time. */
function columnsOf({ hours }: CoveredDay, timeZone: string): Map<string, CoveredHour> {
  const byColumn = new Map<string, CoveredHour>()
  for (const hour of hours) {
    const clock = clockAt(hour.from, timeZone)
    byColumn.set(byColumn.has(clock) ? `${clock} again` : clock, hour)
  }
  return byColumn
}
