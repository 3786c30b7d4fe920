import type { Metadata } from "next"
import { KeyTable } from "@/components/admin/key-table"
import { ButtonLink } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { Notice } from "@/components/ui/notice"
import { Page, PageTitle } from "@/components/ui/page"
import { Pagination } from "@/components/ui/pagination"
import { requirePermission } from "@/lib/http/require-permission"
import { loadKey, loadKeys } from "./data"

export const metadata: Metadata = { title: "API keys" }

export default async function KeysPage({ searchParams }: PageProps<"/admin/keys">) {
  await requirePermission("key.read")
  const { after, revoked } = await searchParams
  const [{ items, next }, ended] = await Promise.all([
    loadKeys({ after }),
    typeof revoked === "string" ? loadKey(revoked) : undefined,
  ])
  return (
    <Page>
      <PageTitle
        lede="Third parties, such as a call centre, use the API with their own key."
        actions={<ButtonLink href="/admin/keys/new">Create key</ButtonLink>}
      >
        API keys
      </PageTitle>
      {ended?.state === "revoked" ? <Notice tone="success" title={`Key revoked: ${ended.name}`} /> : null}
      {items.length > 0 ? (
        <KeyTable keys={items} />
      ) : (
        <EmptyState icon="key-round" title="No API keys">
          A key lets another system send and follow requests until it expires or you revoke it.
        </EmptyState>
      )}
      <Pagination label="Keys" first={after && "/admin/keys"} next={next && `/admin/keys?after=${next}`} />
    </Page>
  )
}
