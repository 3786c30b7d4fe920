import { deskAddress } from "@/components/desk/request-filter"
import { Link } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"

interface WaitingBannerProps {
  count: number
  /** There are more than were counted. */
  more: boolean
}

/** Requests that nobody looks after yet are the first thing a supervisor should know. */
export function WaitingBanner({ count, more }: WaitingBannerProps) {
  if (count === 0) return null
  const many = more ? `More than ${count} requests wait` : count === 1 ? "1 request waits" : `${count} requests wait`
  return (
    <Notice tone="warning" title={`${many} for somebody to take ${count === 1 && !more ? "it" : "them"}`}>
      Nobody who is available, qualified and has room was found.{" "}
      <Link href={deskAddress({ assignee: "nobody" })}>See what waits</Link>
    </Notice>
  )
}
