import type { Metadata } from "next"
import { EmailForm } from "@/components/account/email-form"
import { Page, PageTitle } from "@/components/ui/page"
import { load } from "@/lib/http/load"
import { getProfile } from "@/lib/identity/profile/get-profile"
import { profileOperations } from "@/lib/identity/profile/operations"
import { loadTwoFactor } from "../two-factor/data"
import { requestEmailChange } from "./actions"

export const metadata: Metadata = { title: "Change your email address" }

const profile = load(profileOperations.getProfile, getProfile)

export default async function EmailPage() {
  const [{ email }, { enabled }] = [await profile(), await loadTwoFactor()]
  return (
    <Page width="text">
      <PageTitle
        back={{ href: "/profile", label: "Your profile" }}
        lede="We will send a link to the new address. Your email address changes when you follow it, and we will sign you out everywhere else."
      >
        Change your email address
      </PageTitle>
      <EmailForm action={requestEmailChange} email={email} withCode={enabled} />
    </Page>
  )
}
