import { Address, supplyFacts } from "@/components/requests/premises-text"
import { Card } from "@/components/ui/card"
import { DescriptionList } from "@/components/ui/description-list"
import { EmailText } from "@/components/ui/email-text"
import { Link } from "@/components/ui/link"
import type { Account } from "@/lib/identity/accounts/contract"
import { ROLE_NAMES } from "@/lib/model/role"

type Shown = Pick<Account, "name" | "email" | "phone" | "premises" | "role">

export function ProfileCard({ account: { name, email, phone, premises, role } }: { account: Shown }) {
  return (
    <Card title="Your details" actions={<Link href="/profile/edit">Change your details</Link>}>
      <DescriptionList
        items={[
          { term: "Name", detail: <bdi>{name}</bdi> },
          { term: "Email", detail: <EmailText>{email}</EmailText> },
          { term: "Phone", detail: phone },
          ...(premises ? [{ term: "Premises", detail: <Address {...premises} /> }, ...supplyFacts(premises)] : []),
          ...(role === "customer" ? [] : [{ term: "Role", detail: ROLE_NAMES[role] }]),
        ]}
      />
    </Card>
  )
}
