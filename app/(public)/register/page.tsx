import type { Metadata } from "next"
import { CustomerForm } from "@/components/account/customer-form"
import { Link } from "@/components/ui/link"
import { Page, PageTitle } from "@/components/ui/page"
import { onlySignedOut } from "@/lib/http/current-actor"
import { ownPath } from "@/lib/http/own-path"
import { registerCustomer } from "./actions"

export const metadata: Metadata = { title: "Create an account" }

export default async function RegisterPage({ searchParams }: PageProps<"/register">) {
  const next = ownPath((await searchParams).next)
  await onlySignedOut(next)
  return (
    <Page width="text">
      <PageTitle lede="You can use it to send us requests and track them.">Create an account</PageTitle>
      <p>
        Already have an account?{" "}
        <Link href={next ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in"}>Sign in</Link>.
      </p>
      <p>
        Is it an emergency? You do not need an account: <Link href="/emergency/report">report it here</Link>.
      </p>
      <CustomerForm action={registerCustomer} next={next} />
    </Page>
  )
}
