import type { Metadata } from "next"
import { RenewRecoveryCodesForm } from "@/components/account/two-factor-forms"
import { Page, PageTitle } from "@/components/ui/page"
import { seeOther } from "@/lib/http/see-other"
import { renewRecoveryCodes } from "../actions"
import { loadTwoFactor } from "../data"

export const metadata: Metadata = { title: "Create new recovery codes" }

export default async function CodesPage() {
  if (!(await loadTwoFactor()).enabled) seeOther("/profile/two-factor")
  return (
    <Page width="text">
      <PageTitle
        back={{ href: "/profile/two-factor", label: "Two-factor authentication" }}
        lede="Your current recovery codes will stop working."
      >
        Create new recovery codes
      </PageTitle>
      <RenewRecoveryCodesForm action={renewRecoveryCodes} />
    </Page>
  )
}
