import { DraftFields, type DraftSeen } from "@/components/requests/filing/draft-fields"
import { Form } from "@/components/ui/form"
import { Icon } from "@/components/ui/icon"
import { Submit } from "@/components/ui/submit"
import type { FormAction } from "@/lib/http/form-state"
import { SAFETY_CHECK_IDS, type SafetyCheck, safetyCheckFacts } from "@/lib/model/safety-check"

interface QuestionFormProps {
  action: FormAction
  /** Left out where the answer begins one. */
  draft?: DraftSeen
  /** The answer so far. */
  answer?: SafetyCheck
  /** True when the customer came from the check page to change the answer, and returns there. */
  returning?: boolean
}

/** The answers to "Is anyone in danger right now?", each one tap. */
export function QuestionForm({ action, draft, answer, returning }: QuestionFormProps) {
  return (
    <Form action={action} className="space-y-3">
      {draft ? <DraftFields {...draft} /> : null}
      {returning ? <input type="hidden" name="return" value="check" /> : null}
      {SAFETY_CHECK_IDS.map((id) => {
        const { answer: label, priority } = safetyCheckFacts(id)
        return (
          <Submit
            key={id}
            name="safetyCheck"
            value={id}
            variant={priority === "emergency" ? "alarmAnswer" : "answer"}
            aria-pressed={answer && id === answer}
          >
            <span className="min-w-0 flex-1">{label}</span>
            <Icon name="chevron-right" />
          </Submit>
        )
      })}
    </Form>
  )
}
