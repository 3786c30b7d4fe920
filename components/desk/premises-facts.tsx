import type { ReactNode } from "react"
import { DescriptionList } from "@/components/ui/description-list"
import { MutedLine } from "@/components/ui/muted"
import { Time } from "@/components/ui/time"
import { PREMISES_ROLE_NAMES } from "@/lib/model/premises-role"
import type { PremisesRecord } from "@/lib/requests/premises/contract"

/** The supply point, its meters and who lives there. */
export function PremisesFacts({ premises: { mprn, meters, customers } }: { premises: PremisesRecord }) {
  return (
    <DescriptionList
      items={[
        { term: "MPRN", detail: mprn ?? "Not known" },
        {
          term: "Meters",
          detail: listOf(
            meters.map(({ serial, ...span }) => (
              <li key={serial}>
                {serial}
                <Span {...span} />
              </li>
            )),
          ),
        },
        {
          term: "Customers",
          detail: listOf(
            customers.map(({ customer, role, ...span }) => (
              <li key={`${customer.id} ${span.since.getTime()}`}>
                <bdi>{customer.name}</bdi>, {PREMISES_ROLE_NAMES[role].toLowerCase()}
                <Span {...span} />
              </li>
            )),
          ),
        },
      ]}
    />
  )
}

const listOf = (items: ReactNode[]) => (items.length > 0 ? <ul className="space-y-2">{items}</ul> : "None known")

const Span = ({ since, until }: { since: Date; until: Date | null }) => (
  <MutedLine>
    Since <Time value={since} dateOnly />
    {until ? (
      <>
        , until <Time value={until} dateOnly />
      </>
    ) : null}
  </MutedLine>
)
