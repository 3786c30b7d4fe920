import { needsFacts } from "@/components/requests/needs-facts"
import { Card } from "@/components/ui/card"
import { DescriptionList } from "@/components/ui/description-list"
import { Link } from "@/components/ui/link"
import type { Needs } from "@/lib/identity/needs/contract"

/** What a customer has told us of their needs, or the question. */
export const NeedsCard = ({ needs }: { needs: Needs }) => (
  <Card
    title="Extra help"
    actions={<Link href="/profile/needs">{needs.toldAt ? "Change extra help" : "Tell us about extra help"}</Link>}
  >
    {needs.toldAt ? (
      <DescriptionList items={needsFacts(needs)} />
    ) : (
      <p>Tell us if anyone at your home needs extra help when we visit or when the gas is off.</p>
    )}
  </Card>
)
