import { type DeskFilter, isNarrowed } from "@/components/desk/request-filter"
import { ButtonLink } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"

/** Nothing to do, or nothing found: the first is good news. */
export function NoRequests({ filter, everybodys }: { filter: DeskFilter; everybodys: boolean }) {
  if (isNarrowed(filter))
    return (
      <EmptyState
        icon="search-x"
        title="No matching requests"
        action={
          <ButtonLink href="/desk" variant="secondary">
            Clear filters
          </ButtonLink>
        }
      >
        Try fewer filters, any status, or part of a word. One or two letters find only the beginnings of words.
      </EmptyState>
    )
  return (
    <EmptyState
      icon="coffee"
      title={everybodys ? "No open requests" : "No open requests assigned to you"}
      action={
        <ButtonLink href="/desk?status=any" variant="secondary">
          {everybodys ? "Show all requests" : "Show finished requests"}
        </ButtonLink>
      }
    >
      {everybodys ? "All requests are finished." : "New requests appear here while you are available."}
    </EmptyState>
  )
}
