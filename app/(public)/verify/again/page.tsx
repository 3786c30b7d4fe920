import type { Metadata } from "next"
import { SendLinkForm } from "@/components/account/send-link-form"
import { Page, PageTitle } from "@/components/ui/page"
import { requestVerification } from "../actions"

export const metadata: Metadata = { title: "Confirm your email address" }

export default function VerifyAgainPage() {
  return (
    <Page width="text">
      <PageTitle
        back={{ href: "/sign-in", label: "Sign in" }}
        lede="Enter the email address you registered with and we will send you a new link to confirm it."
      >
        Confirm your email address
      </PageTitle>
      <SendLinkForm action={requestVerification} hint="The address you registered with" />
    </Page>
  )
}
