import { ButtonLink } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"

interface PaginationProps {
  /** The name of the list, such as "Requests". */
  label: string
  /** Where the list begins, once one has left it. */
  first?: string | null
  previous?: string | null
  next?: string | null
}

/** Pages by cursor know what follows and not their number. */
export function Pagination({ label, first, previous, next }: PaginationProps) {
  if (!first && !previous && !next) return null
  return (
    <nav aria-label={`${label}: pages`} className="flex flex-wrap justify-between gap-3">
      {first ? (
        <ButtonLink href={first} variant="secondary">
          Back to first page
        </ButtonLink>
      ) : null}
      {previous ? (
        <ButtonLink href={previous} rel="prev" variant="secondary">
          <Icon name="arrow-left" />
          Previous
        </ButtonLink>
      ) : null}
      {next ? (
        <ButtonLink href={next} rel="next" variant="secondary" className="ml-auto">
          Next
          <Icon name="arrow-right" />
        </ButtonLink>
      ) : null}
    </nav>
  )
}
