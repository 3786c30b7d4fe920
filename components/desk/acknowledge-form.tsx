import { Form } from "@/components/ui/form"
import { PANEL } from "@/components/ui/style"
import { Submit } from "@/components/ui/submit"
import type { FormAction } from "@/lib/http/form-state"

/** Before work begins: the customer learns that somebody has seen what they asked for. */
export function AcknowledgeForm({ action, id }: { action: FormAction; id: string }) {
  return (
    <Form
      action={action}
      prefix="acknowledge-"
      className={`${PANEL} flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-4 py-3 sm:px-6`}
    >
      <p>Not acknowledged. The customer sees when you acknowledge it.</p>
      <input type="hidden" name="id" value={id} />
      <Submit variant="secondary">Acknowledge</Submit>
    </Form>
  )
}
