import type { Metadata } from "next"
import { KeyForm } from "@/components/admin/key-form"
import { Page, PageTitle } from "@/components/ui/page"
import { requirePermission } from "@/lib/http/require-permission"
import { createKey } from "../actions"

export const metadata: Metadata = { title: "Create an API key" }

export default async function NewKeyPage() {
  await requirePermission("key.create")
  return (
    <Page width="text">
      <PageTitle
        back={{ href: "/admin/keys", label: "API keys" }}
        lede="Create one key for each third party, with only the access it needs."
      >
        {" "}
        Create an API key
      </PageTitle>
      <KeyForm action={createKey} />
    </Page>
  )
}
