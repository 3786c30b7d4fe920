import type { Metadata } from "next"
import { KeyForm } from "@/components/admin/key-form"
import { Page, PageTitle } from "@/components/ui/page"
import { requirePermission } from "@/lib/http/require-permission"
import { createKey } from "../actions"

export const metadata: Metadata = { title: "Make an API key" }

export default async function NewKeyPage() {
  await requirePermission("key.create")
  return (
    <Page width="text">
      <PageTitle
        back={{ href: "/admin/keys", label: "API keys" }}
        lede="Give each third party a key of its own, and no more than it needs."
      >
        Make an API key
      </PageTitle>
      <KeyForm action={createKey} />
    </Page>
  )
}
