"use client"

import type { ReactNode } from "react"
import { CodeField } from "@/components/account/code-field"
import { RecoveryCodeList } from "@/components/account/recovery-code-list"
import { Form } from "@/components/ui/form"
import { Link } from "@/components/ui/link"
import { PasswordField } from "@/components/ui/password-field"
import { Submit } from "@/components/ui/submit"
import type { FormAction } from "@/lib/http/form-state"

interface Props {
  action: FormAction
}

const EITHER = "6 digits. You can use a recovery code instead."
const back = <Link href="/profile/two-factor">Cancel</Link>
const Password = () => <PasswordField name="currentPassword" label="Current password" autoComplete="current-password" />

export function StartTwoFactorForm({ action }: Props) {
  return (
    <Form action={action} submit="Continue" aside={<Link href="/profile">Cancel</Link>}>
      <Password />
    </Form>
  )
}

interface ConfirmProps extends Props {
  /** The secret for the authenticator app. Absent once it is confirmed: the form then only shows its result. */
  children?: ReactNode
}

export function ConfirmTwoFactorForm({ action, children }: ConfirmProps) {
  return (
    <Form action={action} once outcome={showCodes}>
      {children ? (
        <>
          {children}
          <CodeField />
          <Submit>Turn on</Submit>
        </>
      ) : null}
    </Form>
  )
}

export function RenewRecoveryCodesForm({ action }: Props) {
  return (
    <Form action={action} submit="Create new recovery codes" aside={back} once outcome={showCodes}>
      <Password />
      <CodeField hint={EITHER} />
    </Form>
  )
}

export function TurnOffTwoFactorForm({ action }: Props) {
  return (
    <Form action={action} submit="Turn off" aside={back}>
      <Password />
      <CodeField hint={EITHER} />
    </Form>
  )
}

const showCodes = ({ recoveryCodes = "" }: Record<string, string>) => (
  <RecoveryCodeList codes={recoveryCodes.split("\n")} />
)
