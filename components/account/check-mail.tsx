import type { ReactNode } from "react"
import { EmptyState } from "@/components/ui/empty-state"
import { Page, PageTitle } from "@/components/ui/page"

interface CheckMailProps {
  email?: string
  /** The sentence about the email, which must be true of known and unknown addresses alike. */
  children: ReactNode
  action: ReactNode
  aside?: ReactNode
}

/** The page after an address was typed. It looks the same whether or not there is an account with it. */
export function CheckMail({ email, children, action, aside }: CheckMailProps) {
  return (
    <Page width="text">
      <PageTitle>Check your email</PageTitle>
      <EmptyState icon="mail-check" title={email ?? "Check your inbox"} action={action}>
        {children}
      </EmptyState>
      <p>
        If it does not arrive within a few minutes, check your spam folder and that the address is correct.
        {aside ? <> {aside}</> : null}
      </p>
    </Page>
  )
}
