import type { Metadata } from "next"
import { DeadLink } from "@/components/account/dead-link"
import { ButtonLink } from "@/components/ui/button"
import { EmailText } from "@/components/ui/email-text"
import { Form } from "@/components/ui/form"
import { Link } from "@/components/ui/link"
import { Page, PageTitle } from "@/components/ui/page"
import { load } from "@/lib/http/load"
import { mailedSecret } from "@/lib/http/mailed-secret"
import { checkEmailChange } from "@/lib/identity/email-change/check-email-change"
import { emailChangeCheck } from "@/lib/identity/email-change/operations"
import { changeEmail } from "../actions"

export const metadata: Metadata = { title: "Confirm your new email address" }

const check = load(emailChangeCheck, checkEmailChange)

export default async function ConfirmEmailPage({ searchParams }: PageProps<"/profile/email/confirm">) {
  const token = await mailedSecret(await searchParams)
  const { email } = await check({ token })
  if (!token || !email)
    return (
      <DeadLink action={<ButtonLink href="/profile">View your profile</ButtonLink>}>
        Check on your profile whether your email address has changed, and that you are signed in to the right account.
      </DeadLink>
    )
  return (
    <Page width="text">
      <PageTitle lede="You will use it to sign in. We will sign you out everywhere else.">
        Confirm your new email address
      </PageTitle>
      <p className="mt-6 text-lg font-semibold">
        <EmailText>{email}</EmailText>
      </p>
      <Form action={changeEmail} submit="Change email address" aside={<Link href="/profile">Cancel</Link>}>
        <input type="hidden" name="token" value={token} />
      </Form>
    </Page>
  )
}
