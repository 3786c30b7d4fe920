import { deskAddress } from "@/components/desk/request-filter"
import { Link } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
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
  const link = <Link href={deskAddress({ assignee: "nobody" })}>See what waits</Link>
  if (count === 0 && !more)
    return (
      <Notice title={`${requests(unconfirmed)} for the customer to confirm their e-mail address`}>
        {unconfirmed === 1 ? "It is" : "They are"} given to somebody as soon as that is done. You can assign{" "}
        {unconfirmed === 1 ? "it" : "them"} by hand, too. {link}
      </Notice>
    )
  const many = more ? `More than ${requests(count)}` : requests(count)
  return (
    <Notice tone="warning" title={`${many} for somebody to take ${count === 1 && !more ? "it" : "them"}`}>
      Nobody who could take {count === 1 && !more ? "it" : "them"} is there and has room.{" "}
      {unconfirmed > 0 ? `${requests(unconfirmed)} for the customer to confirm their e-mail address. ` : null}
      {link}
    </Notice>
  )
}

const requests = (count: number) => (count === 1 ? "1 request waits" : `${count} requests wait`)
