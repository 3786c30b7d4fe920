import type { Metadata } from "next"
import { ButtonLink } from "@/components/ui/button"
import { Page, PageTitle } from "@/components/ui/page"

export const metadata: Metadata = { title: "Page not found" }

export default function NotFound() {
  return (
    <Page width="text">
      <PageTitle caption="404" lede="There is nothing at this address, or it is not yours to see.">
        Page not found
      </PageTitle>
      <p>If you typed the address, check that it is right. If you followed a link, what it led to may be gone.</p>
      <p className="flex flex-wrap gap-3">
        <ButtonLink href="/requests">Go to your requests</ButtonLink>
        <ButtonLink href="/" variant="secondary">
          Go to the start
        </ButtonLink>
      </p>
    </Page>
  )
}
