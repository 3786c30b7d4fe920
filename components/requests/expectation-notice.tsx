import type { ReactNode } from "react"
import { Notice } from "@/components/ui/notice"
import { Time } from "@/components/ui/time"
import type { Expectation } from "@/lib/oversight/service-levels/contract"

/** The expected answer and solution in a sentence; nothing once both are done. */
export function ExpectationNotice({ expectation }: { expectation: Expectation }) {
  const words = wordsOf(expectation)
  return words ? <Notice title={words.title}>{words.more}</Notice> : null
}

function wordsOf({ answer, solution }: Expectation): { title: ReactNode; more?: ReactNode } | undefined {
  if (solution.state === "kept") return undefined
  if (solution.state === "waiting_for_customer")
    return { title: "We are waiting for you", more: "We will continue as soon as we hear from you." }
  if (solution.state === "late") return late("fix it", solution)
  if (answer.state === "late") return late("contact you", answer)
  const settled = solution.by ? <Time value={solution.by} /> : null
  if (solution.renewals > 0 && settled)
    return { title: "Sorry, this is taking longer than we expected", more: <>We now aim to fix it by {settled}.</> }
  if (answer.state === "kept" || !answer.by) return settled ? { title: <>We aim to fix it by {settled}</> } : undefined
  const answered = <Time value={answer.by} />
  return settled
    ? {
        title: (
          <>
            We will contact you by {answered} and aim to fix it by {settled}
          </>
        ),
      }
    : { title: <>We will contact you by {answered}</> }
}

const late = (promised: string, { by }: Expectation["answer"]) => ({
  title: "Sorry, this is taking longer than we promised",
  more: by ? (
    <>
      We aimed to {promised} by <Time value={by} />.
    </>
  ) : undefined,
})
