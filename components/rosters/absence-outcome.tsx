import { Link } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"

/** So many people are named, and the others counted. */
export const MOST_NAMED = 3

interface AbsenceOutcomeProps {
  /** How many requests went to others, and to how many people. */
  moved: number
  people: number
  /** Names of the first of them. */
  names: readonly string[]
  /** How many requests nobody could take. */
  left: number
}

/** That an absence was added, and what became of the requests of whoever is absent. */
export function AbsenceOutcome({ moved, people, names, left }: AbsenceOutcomeProps) {
  return (
    // What is left to do is heard as well as what is done.
    <div role={left > 0 ? "alert" : undefined}>
      <Notice tone={left > 0 ? "warning" : "success"} title="Absence added">
        {moved > 0 ? (
          <p>
            {counted(moved)} reassigned to <bdi>{listed(names, people)}</bdi>.
          </p>
        ) : null}
        {left > 0 ? (
          <p>
            {moved > 0 ? `${left} ${left === 1 ? "is" : "are"}` : `${counted(left)} ${left === 1 ? "is" : "are"}`}{" "}
            unassigned now: no one available could take {left === 1 ? "it" : "them"}.{" "}
            <Link href="/desk?assignee=nobody">Unassigned</Link>
          </p>
        ) : null}
      </Notice>
    </div>
  )
}

const counted = (count: number) => (count === 1 ? "1 request" : `${count} requests`)

/** "Ada, Ben, Cas and 2 others". */
function listed(names: readonly string[], people: number): string {
  const others = people - names.length
  const rest = others === 1 ? "1 other" : `${others} others`
  return new Intl.ListFormat("en-GB").format(others > 0 ? [...names, rest] : names)
}
