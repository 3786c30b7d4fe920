import type { ReactNode } from "react"
import { deskAddress } from "@/components/desk/request-filter"
import { Link } from "@/components/ui/link"
import { classes, TONES } from "@/components/ui/style"
import type { RequestSummary } from "@/lib/requests/contract"

interface WaitingBannerProps {
  /** The reason of each unassigned request. */
  waiting: readonly Pick<RequestSummary, "waitsFor">[]
  /** There are more than these. */
  more: boolean
}

/** Requests that nobody looks after yet are the first thing a supervisor should know, and what is missing. */
export function WaitingBanner({ waiting, more }: WaitingBannerProps) {
  if (waiting.length === 0) return null
  const unconfirmed = waiting.filter(({ waitsFor }) => waitsFor === "confirmation").length
  const count = waiting.length - unconfirmed
  const link = <Link href={deskAddress({ assignee: "nobody" })}>View unassigned</Link>
  if (count === 0 && !more)
    return (
      <Line tone="accent" title={`Waiting for email confirmation: ${requests(unconfirmed)}`}>
        Assigned automatically once the customer confirms. You can also assign manually. {link}
      </Line>
    )
  return (
    <Line tone="warning" title={more ? `More than ${count} unassigned requests` : unassigned(count)}>
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
