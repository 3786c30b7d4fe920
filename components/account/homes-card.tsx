import { addressLine } from "@/components/requests/premises-text"
import { Card } from "@/components/ui/card"
import { Link } from "@/components/ui/link"
import { Muted } from "@/components/ui/muted"
import { Time } from "@/components/ui/time"
import type { Home } from "@/lib/identity/homes/contract"
import { PREMISES_ROLE_NAMES } from "@/lib/model/premises-role"

interface HomesProps {
  homes: readonly Home[]
}

export const HomesCard = ({ homes }: HomesProps) => (
  <Card title="Your homes" actions={<Link href="/profile/homes">Add or change homes</Link>}>
    <HomeList homes={homes.filter(({ until }) => until === null)} />
  </Card>
)

/** Homes with what the customer is to each, and since when. */
export function HomeList({ homes }: HomesProps) {
  if (homes.length === 0) return <p>No homes yet.</p>
  return (
    <ul className="divide-y divide-line">
      {homes.map((home) => (
        <li
          key={home.id}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0"
        >
          <div className="min-w-0 wrap-anywhere">
            <p className="font-semibold">
              <bdi>{addressLine(home.premises)}</bdi>
            </p>
            <Muted small>
              {PREMISES_ROLE_NAMES[home.role]}, since <Time value={home.since} dateOnly />
              {home.until ? (
                <>
                  , until <Time value={home.until} dateOnly />
                </>
              ) : null}
              {home.main ? ". The address in your profile" : null}
            </Muted>
          </div>
          <Link href={`/profile/homes/${home.id}`}>
            View<span className="sr-only"> {home.premises.line1}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
