import { Address, supplyFacts } from "@/components/requests/premises-text"
import { DescriptionList } from "@/components/ui/description-list"
import { MailLink, PhoneLink } from "@/components/ui/link"
import { Time } from "@/components/ui/time"
import type { Customer } from "@/lib/identity/customers/contract"

/** How to reach a customer, and where they live. */
export const CustomerFacts = ({ customer }: { customer: Customer }) => {
  const { phone, email, emailVerifiedAt, premises, createdAt } = customer
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
