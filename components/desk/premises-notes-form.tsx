import { Form } from "@/components/ui/form"
import { SavedMeanwhile } from "@/components/ui/saved-meanwhile"
import { SeenVersion } from "@/components/ui/seen-version"
import { Textarea } from "@/components/ui/textarea"
import type { FormAction } from "@/lib/http/form-state"
import type { PremisesRecord } from "@/lib/requests/premises/contract"

export function PremisesNotesForm({ action, premises }: { action: FormAction; premises: PremisesRecord }) {
  return (
    <Form action={action} submit="Save notes" className="space-y-5">
      <input type="hidden" name="id" value={premises.id} />
      <SeenVersion version={premises.version} />
      <SavedMeanwhile labels={{ notes: "Notes for engineers" }} stored={{ notes: premises.notes }} />
      <Textarea
        name="notes"
        label="Notes for engineers"
        hint="Access, a dog, a key safe"
        rows={4}
        maxLength={2000}
        defaultValue={premises.notes}
      />
    </Form>
  )
}
