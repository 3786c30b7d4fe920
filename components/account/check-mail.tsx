import { MailCheck } from "lucide-react"
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
      <PageTitle>Check your e-mail</PageTitle>
      <EmptyState icon={MailCheck} title={email ?? "Look into your mailbox"} action={action}>
        {children}
      </EmptyState>
      <p>
        Nothing there after a few minutes? Look into the spam folder, and check that the address is written correctly.
        {aside ? <> {aside}</> : null}
      </p>
    </Page>
  )
}
