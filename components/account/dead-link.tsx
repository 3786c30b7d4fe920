import { Link2Off } from "lucide-react"
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
      <PageTitle>This link does not work any more</PageTitle>
      <EmptyState icon={Link2Off} title="It has been used, was replaced by a newer one, or is too old" action={action}>
        {children}
      </EmptyState>
    </Page>
  )
}
