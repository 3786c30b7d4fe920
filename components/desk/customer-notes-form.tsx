import { Form } from "@/components/ui/form"
import { SavedMeanwhile } from "@/components/ui/saved-meanwhile"
import { SeenVersion } from "@/components/ui/seen-version"
import { Textarea } from "@/components/ui/textarea"
import type { FormAction } from "@/lib/http/form-state"
import type { CustomerNotes } from "@/lib/identity/customer-notes/contract"

interface CustomerNotesFormProps {
  action: FormAction
  customerId: string
  notes: CustomerNotes
}

export function CustomerNotesForm({ action, customerId, notes: { notes, version } }: CustomerNotesFormProps) {
  return (
    <Form action={action} submit="Save notes" className="space-y-5">
      <input type="hidden" name="id" value={customerId} />
      <SeenVersion version={version} />
      <SavedMeanwhile labels={{ notes: "Notes on this customer" }} stored={{ notes }} />
      <Textarea
        name="notes"
        label="Notes on this customer"
        hint="Only staff see these"
        rows={4}
        maxLength={5000}
        defaultValue={notes}
      />
    </Form>
  )
}
