import { ArrowLeft, ArrowRight } from "lucide-react"
import { ButtonLink } from "@/components/ui/button"

interface PaginationProps {
  /** What is paged, such as "Requests". */
  label: string
  previous?: string | null
  next?: string | null
}

/** Pages by cursor know their neighbours and not their number. */
export function Pagination({ label, previous, next }: PaginationProps) {
  if (!previous && !next) return null
  return (
    <nav aria-label={`${label}: pages`} className="flex flex-wrap justify-between gap-3">
      {previous ? (
        <ButtonLink href={previous} rel="prev" variant="secondary">
          <ArrowLeft aria-hidden />
          Previous
        </ButtonLink>
      ) : null}
      {next ? (
        <ButtonLink href={next} rel="next" variant="secondary" className="ml-auto">
          Next
          <ArrowRight aria-hidden />
        </ButtonLink>
      ) : null}
    </nav>
  )
}
