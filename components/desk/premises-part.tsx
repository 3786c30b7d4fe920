import { addressLine, supplyFacts } from "@/components/requests/premises-text"
import { ListLink } from "@/components/ui/link"
import { STATUS_NAMES } from "@/lib/model/status"
import type { ServiceRequest } from "@/lib/requests/contract"
import type { RequestThere } from "@/lib/requests/premises/contract"

interface PremisesPartProps {
  request: Pick<ServiceRequest, "premises" | "premisesId">
  /** Whether the reader may open the record of the premises. */
  opens: boolean
  /** Other requests at the same premises, open ones first. */
  others: readonly RequestThere[]
}

/** Where it is, by which numbers its supply and meter are known, and what else was asked for there. */
export const PremisesPart = ({ request: { premises, premisesId }, opens, others }: PremisesPartProps) => (
  <section>
    <h2>Premises</h2>
    <p className="name">
      {premisesId && opens ? (
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
          {others.map(({ id, reference, title, status, readable }) => (
            <li key={id}>
              {readable ? (
                <ListLink href={`/desk/requests/${id}`} title={reference}>
                  {title}
                </ListLink>
              ) : (
                title
              )}
              , {STATUS_NAMES[status].toLowerCase()}
            </li>
          ))}
        </ul>
      </>
    ) : null}
    {premisesId && opens ? (
      <ListLink href={`/desk/premises/${premisesId}`}>Everything about these premises</ListLink>
    ) : null}
  </section>
)
