import type { Metadata } from "next"
import { HomeForm } from "@/components/account/home-form"
import { HomeList } from "@/components/account/homes-card"
import { Card } from "@/components/ui/card"
import { Notice } from "@/components/ui/notice"
import { Page, PageTitle } from "@/components/ui/page"
import { requirePermission } from "@/lib/http/require-permission"
import { addHome, makeHomeMain } from "./actions"
import { loadHomes } from "./data"

export const metadata: Metadata = { title: "Your homes" }

const SAVED = new Map<unknown, string>([
  ["added", "Home added"],
  ["changed", "Home changed"],
  ["main", "Main home changed"],
  ["left", "Home removed from your homes"],
])

export default async function HomesPage({ searchParams }: PageProps<"/profile/homes">) {
  await requirePermission("home.edit")
  const saved = SAVED.get((await searchParams).saved)
  const { items } = await loadHomes({})
  return (
    <Page width="text">
      {saved ? <Notice tone="success" title={saved} /> : null}
      <PageTitle
        back={{ href: "/profile", label: "Your profile" }}
        lede="Homes you live in, own, let or manage. You can choose one of them when you send a request."
      >
        Your homes
      </PageTitle>
      <Card>
        <HomeList homes={items} makeMain={makeHomeMain} />
      </Card>
      <Card title="Add a home">
        <HomeForm key={items.length} action={addHome} />
      </Card>
    </Page>
  )
}
