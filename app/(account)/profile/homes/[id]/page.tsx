import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { HomeForm } from "@/components/account/home-form"
import { addressLine } from "@/components/requests/premises-text"
import { Card } from "@/components/ui/card"
import { Form } from "@/components/ui/form"
import { Page, PageTitle } from "@/components/ui/page"
import { Submit } from "@/components/ui/submit"
import { requirePermission } from "@/lib/http/require-permission"
import { editHome, leaveHome } from "../actions"
import { loadHomes } from "../data"

export const metadata: Metadata = { title: "Change a home" }

export default async function HomePage({ params }: PageProps<"/profile/homes/[id]">) {
  await requirePermission("home.edit")
  const { id } = await params
  const home = (await loadHomes({})).items.find((it) => it.id === id && it.until === null)
  if (!home) notFound()
  const { role, since, version } = home
  return (
    <Page width="text">
      <PageTitle back={{ href: "/profile/homes", label: "Your homes" }} lede={addressLine(home.premises)}>
        Change a home
      </PageTitle>
      <HomeForm action={editHome} home={{ id, role, since: since.toISOString().slice(0, 10), version }} />
      {home.main ? null : (
        <Card title="Is it no longer yours?">
          <Form action={leaveHome} prefix="leave-" className="space-y-4">
            <input type="hidden" name="id" value={id} />
            <p>It leaves your homes today. Your requests there stay in your list.</p>
            <Submit variant="secondary">Remove home</Submit>
          </Form>
        </Card>
      )}
    </Page>
  )
}
