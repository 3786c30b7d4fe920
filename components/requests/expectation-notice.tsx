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
    return { title: "We are waiting for you", more: "We go on as soon as we have heard from you." }
  if (solution.state === "late") return late("a solution", solution)
  if (answer.state === "late") return late("an answer", answer)
  const settled = solution.by ? <Time value={solution.by} /> : null
  if (answer.state === "kept" || !answer.by)
    return settled ? { title: <>You can expect a solution by {settled}</> } : undefined
  const answered = <Time value={answer.by} />
  return settled
    ? {
        title: (
          <>
            You can expect an answer by {answered}, and a solution by {settled}
          </>
        ),
      }
    : { title: <>You can expect an answer by {answered}</> }
}

const late = (promised: string, { by }: Expectation["answer"]) => ({
  title: "This takes longer than we promised, and we are sorry",
  more: by ? (
    <>
      You should have had {promised} by <Time value={by} />.
    </>
  ) : undefined,
})
