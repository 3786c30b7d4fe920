import type { Metadata } from "next"
import { DeadLink } from "@/components/account/dead-link"
import { ButtonLink } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { Form } from "@/components/ui/form"
import { Link } from "@/components/ui/link"
import { Page, PageTitle } from "@/components/ui/page"
import { viewer } from "@/lib/http/current-actor"
import { load } from "@/lib/http/load"
import { mailedSecret } from "@/lib/http/mailed-secret"
import { startPageOf } from "@/lib/identity/accounts/start-page"
import { checkVerification } from "@/lib/identity/verification/check-verification"
import { verificationLinkCheck } from "@/lib/identity/verification/operations"
import { verifyEmail } from "./actions"

export const metadata: Metadata = { title: "Confirm your email address" }

const check = load(verificationLinkCheck, checkVerification)

export default async function VerifyPage({ searchParams }: PageProps<"/verify">) {
  const { done, ...asked } = await searchParams
  if (done) return <Confirmed />
  const token = await mailedSecret(asked)
  const { good } = await check({ token })
  if (!good)
    return (
      <DeadLink action={<ButtonLink href="/verify/again">Ask for a new link</ButtonLink>}>
        If you can <Link href="/sign-in">sign in</Link>, your email address is confirmed already.
      </DeadLink>
    )
  return (
    <Page width="text">
      <PageTitle lede="This lets you sign in, and lets us reach you.">Confirm your email address</PageTitle>
      {/* Programs that look for bad links in mails open each of them, and press no buttons. */}
      <Form action={verifyEmail} submit="Confirm email address">
        <input type="hidden" name="token" value={token} />
      </Form>
    </Page>
  )
}

async function Confirmed() {
  const actor = await viewer()
  return (
    <Page width="text">
      <PageTitle>Email address confirmed</PageTitle>
      <EmptyState
        icon="badge-check"
        title="Thank you"
        action={
          actor ? (
            <ButtonLink href={startPageOf(actor)}>
              {actor.role === "customer" ? "Continue to your requests" : "Continue"}
            </ButtonLink>
          ) : (
            <ButtonLink href="/sign-in">Sign in</ButtonLink>
          )
        }
      >
        {actor ? "We will now assign your requests." : "You can now sign in with your password."}
      </EmptyState>
    </Page>
  )
}
