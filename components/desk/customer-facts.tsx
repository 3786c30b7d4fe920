import { Address, supplyFacts } from "@/components/requests/premises-text"
import { Badge } from "@/components/ui/badge"
import { DescriptionList } from "@/components/ui/description-list"
import { MailLink, PhoneLink } from "@/components/ui/link"
import { Time } from "@/components/ui/time"
import type { Customer } from "@/lib/identity/customers/contract"

/** How to reach a customer, and where they live. */
export const CustomerFacts = ({ customer }: { customer: Customer }) => {
  const { phone, email, emailVerifiedAt, mailFailedAt, premises, createdAt } = customer
  return (
    <DescriptionList
      items={[
        { term: "Phone", detail: <PhoneLink number={phone} /> },
        {
          term: "Email",
          detail: email ? (
            <>
              <MailLink address={email} />
              {emailVerifiedAt ? null : " (not confirmed)"}
              {mailFailedAt ? (
                <span className="mt-1 block">
                  <Badge tone="danger" icon="circle-alert">
                    Emails are returned
                  </Badge>{" "}
                  since <Time value={mailFailedAt} dateOnly />
                </span>
              ) : null}
            </>
          ) : (
            "None"
          ),
        },
        ...(premises ? [{ term: "Address", detail: <Address {...premises} /> }, ...supplyFacts(premises)] : []),
        { term: "Customer since", detail: <Time value={createdAt} dateOnly /> },
      ]}
    />
  )
}
