import { DraftFields, type DraftSeen } from "@/components/requests/filing/draft-fields"
import { Form } from "@/components/ui/form"
import { Submit } from "@/components/ui/submit"
import type { FormAction } from "@/lib/http/form-state"

/** One press answers: people in danger have no time for more. */
export function DangerForm({ action, draft }: { action: FormAction; draft: DraftSeen }) {
  return (
    <Form action={action} className="max-w-text space-y-4">
      <DraftFields {...draft} />
      <p>
        If it is happening now, follow the steps above first. We will treat your request as an emergency and deal with
        it first.
      </p>
      <div className="flex flex-wrap gap-4">
        <Submit variant="danger" name="happeningNow" value="true">
          Yes, it is happening now
        </Submit>
        <Submit variant="secondary" name="happeningNow" value="false">
          No, it is not happening now
        </Submit>
      </div>
    </Form>
  )
}
