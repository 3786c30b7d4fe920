import type { Metadata } from "next"
import { auditAddress } from "@/components/admin/audit-address"
import { KeyFacts } from "@/components/admin/key-facts"
import { RollForm } from "@/components/admin/roll-form"
import { ButtonLink } from "@/components/ui/button"
import { Card } from "@/components/ui/card"
import { Link } from "@/components/ui/link"
import { Page, PageTitle } from "@/components/ui/page"
import { requirePermission } from "@/lib/http/require-permission"
import { rollKey } from "../actions"
import { loadKey } from "../data"

type Props = PageProps<"/admin/keys/[id]">

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requirePermission("key.read")
  const { name } = await loadKey((await params).id)
  return { title: `API key of ${name}` }
}

export default async function KeyPage({ params }: Props) {
  await requirePermission("key.read")
  const key = await loadKey((await params).id)
  return (
    <Page width="text">
      <PageTitle back={{ href: "/admin/keys", label: "API keys" }} caption="API key">
        {key.name}
      </PageTitle>
      <KeyFacts apiKey={key} />
      <p>
        <Link href={auditAddress({ apiKeyId: key.id })}>View audit log</Link>
      </p>
      {key.state === "active" ? (
        <Card title="Replace the secret">
          <RollForm action={rollKey} id={key.id} />
        </Card>
      ) : null}
      {key.state === "revoked" ? null : (
        <ButtonLink variant="danger" href={`/admin/keys/${key.id}/revoke`}>
          Revoke key
        </ButtonLink>
      )}
    </Page>
  )
}
