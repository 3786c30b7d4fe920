import type { Metadata } from "next"
import { TurnOffTwoFactorForm } from "@/components/account/two-factor-forms"
import { Page, PageTitle } from "@/components/ui/page"
import { seeOther } from "@/lib/http/see-other"
import { turnOffTwoFactor } from "../actions"
import { loadTwoFactor } from "../data"

export const metadata: Metadata = { title: "Turn off two-factor authentication" }

export default async function TurnOffPage() {
  const { enabled, required } = await loadTwoFactor()
  if (!enabled || required) seeOther("/profile/two-factor")
  return (
    <Page width="text">
      <PageTitle
        back={{ href: "/profile/two-factor", label: "Two-factor authentication" }}
        lede="You will only need your password to sign in."
      >
        Turn off two-factor authentication
      </PageTitle>
      <TurnOffTwoFactorForm action={turnOffTwoFactor} />
    </Page>
  )
}
