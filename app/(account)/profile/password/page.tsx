import type { Metadata } from "next"
import { PasswordForm } from "@/components/account/password-form"
import { Page, PageTitle } from "@/components/ui/page"
import { load } from "@/lib/http/load"
import { getProfile } from "@/lib/identity/profile/get-profile"
import { profileOperations } from "@/lib/identity/profile/operations"
import { changePassword } from "../actions"

export const metadata: Metadata = { title: "Change your password" }

const profile = load(profileOperations.getProfile, getProfile)

export default async function PasswordPage() {
  const { email } = await profile()
  return (
    <Page width="text">
      <PageTitle back={{ href: "/profile", label: "Your profile" }} lede="We will sign you out everywhere else.">
        Change your password
      </PageTitle>
      <PasswordForm action={changePassword} email={email} />
    </Page>
  )
}
