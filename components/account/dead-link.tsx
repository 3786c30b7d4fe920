import type { ReactNode } from "react"
import { EmptyState } from "@/components/ui/empty-state"
import { Page, PageTitle } from "@/components/ui/page"

interface DeadLinkProps {
  /** How to get another. */
  children: ReactNode
  action: ReactNode
}

/** The page behind a link that was used, replaced, cut off or is too old. */
export function DeadLink({ children, action }: DeadLinkProps) {
  return (
    <Page width="text">
      <PageTitle>This link no longer works</PageTitle>
      <EmptyState
        icon="link-2-off"
        title="It has already been used, has expired, or has been replaced by a newer one"
        action={action}
      >
        {children}
      </EmptyState>
    </Page>
  )
}
