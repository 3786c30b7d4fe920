import { Submit } from "@/components/ui/submit"
import { answerValue } from "@/lib/dispatch/danger-checks/answer-value"
import type { DangerCheck } from "@/lib/dispatch/danger-checks/contract"

/** The two answers to a check. Each has a key that presses it while its card has the focus. */
export const DangerAnswers = ({ check }: { check: Pick<DangerCheck, "id" | "reference" | "version"> }) => (
  <div className="flex flex-wrap gap-2">
    <Submit variant="danger" name="answer" value={answerValue(check, true)} aria-keyshortcuts="E">
      Emergency<span className="sr-only"> {check.reference}</span>
    </Submit>
    <Submit variant="secondary" name="answer" value={answerValue(check, false)} aria-keyshortcuts="N">
      No danger<span className="sr-only"> {check.reference}</span>
    </Submit>
  </div>
)
