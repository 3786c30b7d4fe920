import { CallerRequests } from "@/components/desk/caller-requests"
import { callAddress } from "@/components/desk/calls-address"
import { addressLine } from "@/components/requests/premises-text"
import { Card } from "@/components/ui/card"
import { Link, MailLink, PhoneLink } from "@/components/ui/link"
import type { KnownCaller } from "@/lib/requests/callers/contract"

/** Who calls, and what they may be calling about. */
export const CallerPart = ({ caller, q }: { caller: KnownCaller; q: string | undefined }) => {
  const { id, name, phone, email, premises, requests } = caller
  return (
    <div className="min-w-0 space-y-4 lg:col-start-2">
      <Card title={<bdi>{name}</bdi>}>
        <div className="space-y-1 wrap-anywhere">
          <p>
            <PhoneLink number={phone} />
          </p>
          {email ? (
            <p>
              <MailLink address={email} />
            </p>
          ) : null}
          {premises ? <p>{addressLine(premises)}</p> : null}
          <p className="flex flex-wrap gap-x-4 pt-1">
            <Link href={`/desk/customers/${id}`}>Customer</Link>
            <Link href={callAddress({ q, customer: "new" })}>Someone else is calling</Link>
          </p>
        </div>
      </Card>
      {requests.length > 0 ? (
        <Card title="Calling about one of these?">
          <CallerRequests requests={requests} />
        </Card>
      ) : null}
    </div>
  )
}
