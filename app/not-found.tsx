import type { Metadata } from "next"
import { ButtonLink } from "@/components/ui/button"
import { Page, PageTitle } from "@/components/ui/page"
import { viewerIfKnown } from "@/lib/http/current-actor"
import { startPageOf } from "@/lib/identity/accounts/start-page"

export const metadata: Metadata = { title: "Page not found" }

export default async function NotFound() {
  const actor = await viewerIfKnown()
  return (
    <Page width="text">
      <PageTitle caption="404" lede="We cannot find this page, or you do not have access to it.">
        Page not found
      </PageTitle>
      <p>If you typed the web address, check that it is correct. If you followed a link, it may be out of date.</p>
      <ButtonLink href={actor ? startPageOf(actor) : "/"}>Go to {actor ? "your requests" : "the home page"}</ButtonLink>
    </Page>
  )
}
