import { shortHours } from "@/components/rosters/short-hours"
import { dayHead } from "@/components/rosters/week-words"
import type { CoveredDay, PlannedDay, PlannedPerson } from "@/lib/dispatch/team-rosters/contract"

interface TeamWeekProps {
  days: readonly CoveredDay[]
  people: readonly PlannedPerson[]
}

/** So many stand in one table; more of them stand in two, side by side where there is room. */
const IN_ONE = 20

/** Who works when. Each cell leads to where it is changed. */
export function TeamWeek({ days, people }: TeamWeekProps) {
  const half = people.length > IN_ONE ? Math.ceil(people.length / 2) : people.length
  const parts = [people.slice(0, half), people.slice(half)].filter((part) => part.length > 0)
  return (
    <div className="weeks">
      {parts.map((part) => (
        <WeekPart key={part[0]?.id} days={days} people={part} />
      ))}
    </div>
  )
}

const WeekPart = ({ days, people }: TeamWeekProps) => (
  <table>
    <caption className="sr-only">
      Shifts and absences, {people[0]?.name} to {people.at(-1)?.name}
    </caption>
    <thead>
      <tr>
        <th scope="col">Name</th>
        {days.map(({ day, holiday }) => (
          <th key={day} scope="col" className={holiday ? "holiday" : undefined} title={holiday ?? undefined}>
            {dayHead(day)}
            {holiday ? <small>{holiday}</small> : null}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {people.map(({ id, name, hasSetHours, days }) => (
        <tr key={id}>
          <th scope="row" title={name}>
            <bdi>{name}</bdi>
          </th>
          {days.map((it, i) => (
            <td key={it.day} className={stateOf(it)}>
              <a href={`/desk/team/${id}/roster#${it.absent === "no" ? `day-${i + 1}` : "absences"}`}>
                {wordsOf(it, hasSetHours)}
              </a>
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

function stateOf({ absent, shifts }: PlannedDay): string | undefined {
  if (absent === "all") return "absent"
  if (absent === "part") return "partly"
  if (shifts.length === 0) return "off"
  return shifts.every(({ duty }) => duty === "on_call") ? "call" : undefined
}

function wordsOf({ absent, shifts }: PlannedDay, hasSetHours: boolean): string {
  if (absent === "all") return "Absent"
  const hours = shifts.map((it) => (it.duty === "on_call" ? `call ${shortHours(it)}` : shortHours(it)))
  const planned = hours.join(", ") || (hasSetHours ? "Off" : "Any")
  if (absent === "no") return planned
  return shifts.length === 0 ? "Part absent" : `${planned}, part absent`
}
