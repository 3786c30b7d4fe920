import type { Metadata } from "next"
import { RenewRecoveryCodesForm } from "@/components/account/two-factor-forms"
import { Page, PageTitle } from "@/components/ui/page"
import { goTo } from "@/lib/http/redirect-after-form"
import { renewRecoveryCodes } from "../actions"
import { loadTwoFactor } from "../data"

export const metadata: Metadata = { title: "Make new recovery codes" }

export default async function CodesPage() {
  if (!(await loadTwoFactor()).enabled) goTo("/profile/two-factor")
  return (
    <Page width="text">
      <PageTitle
        back={{ href: "/profile/two-factor", label: "Two-factor authentication" }}
        lede="Those you have stop working."
      >
        Make new recovery codes
      </PageTitle>
      <RenewRecoveryCodesForm action={renewRecoveryCodes} />
    </Page>
  )
}
