import { addressLine } from "@/components/requests/premises-text"
import { ListLink } from "@/components/ui/link"
import { MutedLine } from "@/components/ui/muted"
import { Time } from "@/components/ui/time"
import type { Home } from "@/lib/identity/homes/contract"
import { PREMISES_ROLE_NAMES } from "@/lib/model/premises-role"

interface CustomerHomesProps {
  homes: readonly Home[]
  /** Whether the reader may open any record of premises. */
  opens: boolean
}

/** The premises of a customer, each with a link to its record. */
export function CustomerHomes({ homes, opens }: CustomerHomesProps) {
  if (homes.length === 0) return <p>No premises</p>
  return (
    <ul className="space-y-2">
      {homes.map(({ id, premisesId, premises, role, since, until }) => (
        <li key={id} className="wrap-anywhere">
          {opens ? (
            <ListLink href={`/desk/premises/${premisesId}`}>
              <bdi>{addressLine(premises)}</bdi>
            </ListLink>
          ) : (
            <bdi>{addressLine(premises)}</bdi>
          )}
          <MutedLine>
            {PREMISES_ROLE_NAMES[role]}, since <Time value={since} dateOnly />
            {until ? (
              <>
                , until <Time value={until} dateOnly />
              </>
            ) : null}
          </MutedLine>
        </li>
      ))}
    </ul>
  )
}
