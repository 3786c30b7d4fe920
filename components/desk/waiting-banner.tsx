import type { ReactNode } from "react"
import { deskAddress } from "@/components/desk/request-filter"
import { Link } from "@/components/ui/link"
import { classes, TONES } from "@/components/ui/style"
import { VIEW_COUNT_LIMIT, viewCountInWords } from "@/lib/requests/view-count"

interface WaitingBannerProps {
  /** How many unassigned requests wait for somebody who can take them. */
  forStaff: number
  /** How many wait for their customer's confirmation. */
  unconfirmed: number
  /** There are at least as many, and more were not counted. */
  more: boolean
}

/** Requests that nobody looks after yet are the first thing a supervisor should know, and what is missing. */
export function WaitingBanner({ forStaff: count, unconfirmed, more }: WaitingBannerProps) {
  if (count + unconfirmed === 0) return null
  const link = <Link href={deskAddress({ assignee: "nobody" })}>View unassigned</Link>
  if (count === 0 && !more)
    return (
      <Line tone="accent" title={`Waiting for email confirmation: ${requests(unconfirmed)}`}>
        Assigned automatically once the customer confirms. You can also assign manually. {link}
      </Line>
    )
  return (
    <Line
      tone="warning"
      title={more ? `${viewCountInWords(VIEW_COUNT_LIMIT + 1)} unassigned requests` : unassigned(count)}
    >
      No one with the right skills is available.{" "}
      {unconfirmed > 0 ? `Waiting for email confirmation: ${requests(unconfirmed)}. ` : null}
      {link}
    </Line>
  )
}

interface LineProps {
  tone: "accent" | "warning"
  title: string
  children: ReactNode
}

const Line = ({ tone, title, children }: LineProps) => (
  <p className={classes("rounded-sm px-2 py-1", TONES[tone])}>
    <strong>{title}</strong> <span className="text-ink">{children}</span>
  </p>
)

const requests = (count: number) => (count === 1 ? "1 request" : `${count} requests`)
const unassigned = (count: number) => (count === 1 ? "1 unassigned request" : `${count} unassigned requests`)
