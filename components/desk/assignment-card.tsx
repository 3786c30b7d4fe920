import { Card } from "@/components/ui/card"
import { Heading } from "@/components/ui/heading"
import { Muted } from "@/components/ui/muted"
import { Time } from "@/components/ui/time"
import type { Assignment, DecisionSeen, WeighedCandidate } from "@/lib/dispatch/assignment/contract"
import { EXCLUSION_REASON_NAMES } from "@/lib/dispatch/assignment/explain-words"
import { EMERGENCY_RULE, STRATEGY_LABELS } from "@/lib/dispatch/assignment/strategy-words"

/** Why a request is assigned as it is, in one sentence; on demand, every candidate who was considered. */
export function AssignmentCard({ assignment: { assignee, sentence, decision } }: { assignment: Assignment }) {
  return (
    <Card title={assignee ? `Why it is assigned to ${assignee.name}` : "Why it is unassigned"}>
      <div className="space-y-4">
        <p className="wrap-anywhere">{sentence}</p>
        {decision ? <Weighing decision={decision} /> : null}
      </div>
    </Card>
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
