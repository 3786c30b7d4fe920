import { Disclosure } from "@/components/ui/disclosure"
import { Form } from "@/components/ui/form"
import { Select } from "@/components/ui/select"
import { Submit } from "@/components/ui/submit"
import type { FormAction } from "@/lib/http/form-state"
import { DECISION_REASONS, type RemovedFileDecision } from "@/lib/model/removed-file"

interface RemovedFileFormProps {
  id: string
  decision: RemovedFileDecision
  decide: FormAction
}

const WORDS: Record<RemovedFileDecision, { question: string; outcome: string; button: string }> = {
  return: {
    question: "Not harmful?",
    outcome: "Everyone who sees the request can open the file again. It is not scanned again.",
    button: "Return file",
  },
  delete: {
    question: "Delete now?",
    outcome:
      "The file is deleted for good, and its name is erased from the history of its request. This cannot be undone.",
    button: "Delete file",
  },
}

/** A question about a removed file, whose answer is a button and a reason. */
export function RemovedFileForm({ id, decision, decide }: RemovedFileFormProps) {
  const { question, outcome, button } = WORDS[decision]
  return (
    // What is wrong stands outside of what is folded: without scripts the page comes back with it closed.
    <Form action={decide} prefix={`${decision}-${id}-`} className="space-y-3">
      <Disclosure summary={question}>
        <div className="space-y-3">
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="decision" value={decision} />
          <p className="text-muted">{outcome}</p>
          <Select
            name="reason"
            label="Reason"
            placeholder="Choose a reason"
            options={Object.entries(DECISION_REASONS[decision]).map(([value, label]) => ({ value, label }))}
          />
          <Submit variant={decision === "delete" ? "danger" : "secondary"}>{button}</Submit>
        </div>
      </Disclosure>
    </Form>
  )
}
