import { Card } from "@/components/ui/card"
import { Link } from "@/components/ui/link"
import { Muted } from "@/components/ui/muted"
import { Time } from "@/components/ui/time"
import { CATEGORIES } from "@/lib/model/category"
import { safetyCheckFacts } from "@/lib/model/safety-check"
import type { UnfinishedRequest } from "@/lib/requests/drafts/contract"
import { isInDanger, stepsOf } from "@/lib/requests/drafts/draft-steps"

/** Nothing that was begun is lost, and nothing is kept that nobody wants. */
export function UnfinishedRequests({ items }: { items: readonly UnfinishedRequest[] }) {
  if (items.length === 0) return null
  return (
    <Card title="Unfinished">
      <ul className="divide-y divide-line">
        {items.map(({ id, answers, updatedAt }) => {
          const name = nameOf(answers)
          return (
            <li key={id} className="flex flex-wrap items-center gap-x-6 gap-y-1 py-3 first:pt-0 last:pb-0">
              <div className="min-w-0 flex-1 basis-60">
                <p dir="auto" className="font-semibold wrap-anywhere">
                  {name}
                </p>
                <Muted small>
                  Last changed <Time value={updatedAt} />
                </Muted>
              </div>
              <Link href={stepsOf(id).check} className="font-semibold">
                Continue<span className="sr-only"> {name}</span>
              </Link>
              <Link href={`${stepsOf(id).question}/discard`}>
                Discard<span className="sr-only"> {name}</span>
              </Link>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

function nameOf(answers: UnfinishedRequest["answers"]): string {
  const { category, title, safetyCheck } = answers
  if (isInDanger(answers) && safetyCheck) return safetyCheckFacts(safetyCheck).answer
  return [category && CATEGORIES[category].name, title].filter(Boolean).join(": ") || "New request"
}
