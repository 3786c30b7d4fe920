import type { Metadata } from "next"
import { SendLinkForm } from "@/components/account/send-link-form"
import { Page, PageTitle } from "@/components/ui/page"
import { requestReset } from "./actions"

export const metadata: Metadata = { title: "Forgotten password" }

export default function ForgotPage() {
  return (
    <Page width="text">
      <PageTitle
        back={{ href: "/sign-in", label: "Sign in" }}
        lede="Enter your email address and we will send you a link to choose a new password."
      >
        Forgotten password
      </PageTitle>
      <SendLinkForm action={requestReset} hint="The address you use to sign in" />
    </Page>
  )
}
