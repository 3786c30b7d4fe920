import { Form } from "@/components/ui/form"
import { Submit } from "@/components/ui/submit"
import type { FormAction } from "@/lib/http/form-state"

interface SeparateFormProps {
  action: FormAction
  id: string
  /** Said where there are several. */
  reference?: string
}

/** From then on the report is an emergency of its own, with somebody of its own. */
export const SeparateForm = ({ action, id, reference }: SeparateFormProps) => (
  <Form action={action} prefix={`separate-${id}-`} className="">
    <input type="hidden" name="id" value={id} />
    <Submit variant="secondary">
      Handle separately{reference ? <span className="sr-only"> {reference}</span> : null}
    </Submit>
  </Form>
)
