import { Reference } from "@/components/requests/reference"
import { Link } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import type { LinkedRequest, ServiceRequest } from "@/lib/requests/contract"

interface FollowUpsProps {
  request: Pick<ServiceRequest, "followUpOf" | "followUps">
  /** Where requests are, such as /requests. */
  at: string
}

/** The request that this one follows up, and those that follow this one up. */
export function FollowUps({ request: { followUpOf, followUps }, at }: FollowUpsProps) {
  const link = ({ id, reference }: LinkedRequest) => (
    <Link key={id} href={`${at}/${id}`} className="min-h-target">
      <Reference>{reference}</Reference>
    </Link>
  )
  return (
    <>
      {followUpOf ? <Notice title={<>Follows up {link(followUpOf)}</>} /> : null}
      {followUps.length > 0 ? <Notice title={<>Continued in {followUps.map(link)}</>} /> : null}
    </>
  )
}
