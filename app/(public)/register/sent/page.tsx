import type { Metadata } from "next"
import type { ReactNode } from "react"
import { CheckMail } from "@/components/account/check-mail"
import { ButtonLink } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { Link } from "@/components/ui/link"
import { Page, PageTitle } from "@/components/ui/page"
import { ownPath } from "@/lib/http/own-path"
import { rememberedEmail } from "@/lib/http/remembered-email"

export const metadata: Metadata = { title: "Check your email" }

export default async function RegisteredPage({ searchParams }: PageProps<"/register/sent">) {
  const { next: asked, invited } = await searchParams
  const next = ownPath(asked)
  const signIn = <ButtonLink href={next ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in"}>Sign in</ButtonLink>
  if (invited) return <Invited email={await rememberedEmail()} action={signIn} />
  return (
    <CheckMail
      email={await rememberedEmail()}
      action={signIn}
      aside={
        <>
          You can also <Link href="/verify/again">ask for the email again</Link>. Is the address wrong?{" "}
          <Link href="/register">Register with a different address</Link>.
        </>
      }
    >
      We have sent an email to this address. Follow the link in the email to confirm the address. Then you can sign in.
      Is it an emergency? You do not have to wait: <Link href="/emergency/report">report it without an account</Link>.
    </CheckMail>
  )
}

/** The invitation has shown whose the address is, so nothing more is mailed. */
function Invited({ email = "Thank you", action }: { email?: string; action: ReactNode }) {
  return (
    <Page width="text">
      <PageTitle>Sign in to start</PageTitle>
      <EmptyState icon="user-check" title={email} action={action}>
        Sign in with the password that you chose. If this address already had an account, it has not changed and we have
        sent it an email.
      </EmptyState>
    </Page>
  )
}
