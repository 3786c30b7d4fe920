import { Heading } from "@/components/ui/heading"
import { Link } from "@/components/ui/link"
import { Muted } from "@/components/ui/muted"
import { Time } from "@/components/ui/time"
import type { Assignment, DecisionSeen, WeighedCandidate } from "@/lib/dispatch/assignment/contract"
import { EXCLUSION_REASON_NAMES } from "@/lib/dispatch/assignment/explain-words"
import { EMERGENCY_RULE, STRATEGY_LABELS } from "@/lib/dispatch/assignment/strategy-words"

interface AssignmentReasonsProps {
  /** Loaded for those who ask: the choice is made again from its record. */
  assignment: Assignment | undefined
  assignee: string | undefined
  address: string
}

/** Why a request is assigned as it is, in one sentence, with every candidate who was considered. */
export function AssignmentReasons({ assignment, assignee, address }: AssignmentReasonsProps) {
  const title = assignee ? `Why it is assigned to ${assignee}` : "Why it is unassigned"
  return (
    <section id="assignment">
      {assignment ? (
        <>
          <h2>{title}</h2>
          <p>{assignment.sentence}</p>
          {assignment.decision ? <Weighing decision={assignment.decision} /> : null}
        </>
      ) : (
        <Link href={`${address}?explain=assignment#assignment`}>{title}</Link>
      )}
    </section>
  )
}

function Weighing({ decision: { at, priority, strategy, eligible, behind, out, same } }: { decision: DecisionSeen }) {
  return (
    <details>
      <summary className="min-h-8 cursor-pointer font-semibold text-accent">Who was considered</summary>
      <div className="mt-3 space-y-4">
        <Muted>
          {priority === "emergency" ? `Emergencies are assigned ${EMERGENCY_RULE}` : STRATEGY_LABELS[strategy].hint}.
          Considered <Time value={at} />.
        </Muted>
        <div>
          <Heading level={3} size="item">
            Eligible, best first
          </Heading>
          <ol className="mt-1 list-decimal space-y-1 pl-6">
            {eligible.map((it) => (
              <li key={it.person.id} className="wrap-anywhere">
                <bdi>{it.person.name}</bdi>: {inNumbers(it)}
              </li>
            ))}
          </ol>
          {behind.length > 0 ? <p className="mt-1 wrap-anywhere">Followed by {namesOf(behind)}.</p> : null}
        </div>
        {out.map(({ reason, people }) => (
          <div key={reason}>
            <Heading level={3} size="item">
              {EXCLUSION_REASON_NAMES[reason]}
            </Heading>
            <p className="wrap-anywhere">{namesOf(people)}</p>
          </div>
        ))}
        <p>
          {same
            ? "Replayed from this record: same result."
            : "Replayed from this record: different result. The record is incomplete."}
        </p>
      </div>
    </details>
  )
}

const namesOf = (people: readonly { name: string }[]): string => people.map(({ name }) => name).join(", ")

const inNumbers = ({ level, open, capacity, weight, emergencies, onCall }: WeighedCandidate): string =>
  [
    `skill ${level}`,
    `${open} of ${capacity} open`,
    `load ${weight}`,
    emergencies > 0 && `${emergencies} ${emergencies === 1 ? "emergency" : "emergencies"}`,
    onCall && "on call",
  ]
    .filter(Boolean)
    .join(", ")
