import type { Metadata } from "next"
import { DeadLink } from "@/components/account/dead-link"
import { ResetForm } from "@/components/account/reset-form"
import { ButtonLink } from "@/components/ui/button"
import { Page, PageTitle } from "@/components/ui/page"
import { load } from "@/lib/http/load"
import { mailedSecret } from "@/lib/http/mailed-secret"
import { checkReset } from "@/lib/identity/passwords/check-reset"
import { resetLinkCheck } from "@/lib/identity/passwords/operations"
import { resetPassword } from "./actions"

export const metadata: Metadata = { title: "Choose a new password" }

const check = load(resetLinkCheck, checkReset)

export default async function ResetPage({ searchParams }: PageProps<"/reset">) {
  const token = await mailedSecret(await searchParams)
  const { email, invited } = await check({ token })
  if (!token || !email)
    return (
      <DeadLink action={<ButtonLink href="/forgot">Ask for a new link</ButtonLink>}>
        You can use each link once: within 30 minutes if you asked for a new password, within 7 days if we invited you.
      </DeadLink>
    )
  return (
    <Page width="text">
      {invited ? (
        <PageTitle lede="You will use it with your email address to sign in.">Choose a password</PageTitle>
      ) : (
        <PageTitle lede="We will sign you out everywhere.">Choose a new password</PageTitle>
      )}
      <ResetForm action={resetPassword} token={token} email={email} invited={invited} />
    </Page>
  )
}
