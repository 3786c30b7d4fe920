import { addressLine, supplyFacts } from "@/components/requests/premises-text"
import { ListLink } from "@/components/ui/link"
import { STATUS_NAMES } from "@/lib/model/status"
import type { RequestSummary, ServiceRequest } from "@/lib/requests/contract"

interface PremisesPartProps {
  request: Pick<ServiceRequest, "premises" | "premisesId">
  /** Other requests at the same address that the reader may see. */
  others: readonly RequestSummary[]
}

/** Where it is, by which numbers its supply and meter are known, and what else was asked for there. */
export const PremisesPart = ({ request: { premises, premisesId }, others }: PremisesPartProps) => (
  <section>
    <h2>Premises</h2>
    <p className="name">
      {premisesId ? (
        <ListLink href={`/desk/premises/${premisesId}`}>{addressLine(premises)}</ListLink>
      ) : (
        addressLine(premises)
      )}
    </p>
    {supplyFacts(premises).map(({ term, detail }) => (
      <p key={term}>
        {term}: <b>{detail}</b>
      </p>
    ))}
    {others.length > 0 ? (
      <>
        <h3>Other requests here</h3>
        <ul className="cut">
          {others.map(({ id, reference, title, status }) => (
            <li key={id}>
              <ListLink href={`/desk/requests/${id}`} title={reference}>
                {title}
              </ListLink>
              , {STATUS_NAMES[status].toLowerCase()}
            </li>
          ))}
        </ul>
      </>
    ) : null}
    {premisesId ? <ListLink href={`/desk/premises/${premisesId}`}>Everything about these premises</ListLink> : null}
  </section>
)
