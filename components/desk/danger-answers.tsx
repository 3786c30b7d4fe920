import { Submit } from "@/components/ui/submit"
import { answerValue } from "@/lib/dispatch/danger-checks/answer-value"

/** The two answers to a check. Each has a key that presses it while its card has the focus. */
export const DangerAnswers = ({ check: { id, reference } }: { check: { id: string; reference: string } }) => (
  <div className="flex flex-wrap gap-2">
    <Submit variant="danger" name="answer" value={answerValue(id, true)} aria-keyshortcuts="E">
      Emergency<span className="sr-only"> {reference}</span>
    </Submit>
    <Submit variant="secondary" name="answer" value={answerValue(id, false)} aria-keyshortcuts="N">
      No danger<span className="sr-only"> {reference}</span>
    </Submit>
  </div>
)
