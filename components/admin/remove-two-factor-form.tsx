import { Form } from "@/components/ui/form"
import { Notice } from "@/components/ui/notice"
import { Submit } from "@/components/ui/submit"
import type { FormAction } from "@/lib/http/form-state"

interface RemoveTwoFactorFormProps {
  action: FormAction
  id: string
  name: string
  /** The request that the person came from. */
  request?: string
}

/** Removes somebody's second factor; the page asks who requested it, since a caller may be an impostor. */
export function RemoveTwoFactorForm({ action, id, name, request }: RemoveTwoFactorFormProps) {
  return (
    <>
      <Notice tone="warning" title={`Make sure ${name} asked for this`}>
        A password alone will be enough to sign in. <bdi>{name}</bdi> will be signed out everywhere.
      </Notice>
      <Form action={action}>
        <input type="hidden" name="id" value={id} />
        {request ? <input type="hidden" name="request" value={request} /> : null}
        <Submit variant="danger">Remove two-factor authentication</Submit>
      </Form>
    </>
  )
}
