import { Card } from "@/components/ui/card"
import { Form } from "@/components/ui/form"
import { Submit } from "@/components/ui/submit"
import type { FormAction } from "@/lib/http/form-state"

/** Signs out everywhere, for people who lost a phone or left a shared computer signed in. */
export function SignOutCard({ action }: { action: FormAction }) {
  return (
    <Card title="Sign out of several devices">
      <div className="flex flex-wrap gap-3">
        <SignOut action={action} current={false}>
          Sign out everywhere else
        </SignOut>
        <SignOut action={action} current={true}>
          Sign out everywhere, including here
        </SignOut>
      </div>
    </Card>
  )
}

function SignOut({ action, current, children }: { action: FormAction; current: boolean; children: string }) {
  return (
    <Form action={action} prefix={`current-${current}-`} className="contents">
      <input type="hidden" name="current" value={String(current)} />
      <Submit variant="secondary">{children}</Submit>
    </Form>
  )
}
