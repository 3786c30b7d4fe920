import { Coffee, SearchX } from "lucide-react"
import { type DeskFilter, isNarrowed } from "@/components/desk/request-filter"
import { ButtonLink } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"

/** Nothing to do, or nothing found: the first is good news. */
export function NoRequests({ filter, everybodys }: { filter: DeskFilter; everybodys: boolean }) {
  if (isNarrowed(filter))
    return (
      <EmptyState
        icon={SearchX}
        title="No request matches"
        action={
          <ButtonLink href="/desk" variant="secondary">
            Clear filters
          </ButtonLink>
        }
      >
        Try fewer filters, any status, or only the beginning of a word.
      </EmptyState>
    )
  return (
    <EmptyState
      icon={Coffee}
      title={everybodys ? "No open requests" : "No open requests are assigned to you"}
      action={
        <ButtonLink href="/desk?status=any" variant="secondary">
          {everybodys ? "Show all, finished ones too" : "Show those you finished"}
        </ButtonLink>
      }
    >
      {everybodys ? "Everything that was asked for is done." : "New ones come here by themselves while you take them."}
    </EmptyState>
  )
}
