import type { Metadata } from "next"
import { SignInForm } from "@/components/account/sign-in-form"
import { SignedOut } from "@/components/account/signed-out"
import { Link, PhoneLink } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { Page, PageTitle } from "@/components/ui/page"
import { onlySignedOut } from "@/lib/http/current-actor"
import { ownPath } from "@/lib/http/own-path"
import { env } from "@/lib/runtime/env"
import { signIn } from "./actions"

export const metadata: Metadata = { title: "Sign in" }

/** Where customers tell of a danger: whoever is asked to sign in there believes that it was sent. */
const REPORTS = /^\/requests\/new\/[^/]+\/(danger|report)\b/

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const asked = await searchParams
  const next = ownPath(asked.next)
  await onlySignedOut(next)
  return (
    <Page width="text">
      <SignedOut byChoice={asked["signed-out"] !== undefined} />
      {asked["signed-out"] ? <Notice tone="success" title="You have signed out" /> : null}
      {asked.reset ? (
        <Notice tone="success" title="Password changed">
          You have been signed out everywhere. Sign in with your new password.
        </Notice>
      ) : null}
      {asked.over ? (
        <Notice tone="warning" title="Sign in again">
          You took too long to enter your code, or entered a wrong code too many times.
        </Notice>
      ) : null}
      {asked.typed === "kept" ? (
        <Notice tone="warning" title="You were signed out before it was saved">
          Sign in here to continue. What you typed will still be there.
        </Notice>
      ) : null}
      {asked.typed === "lost" ? (
        <Notice tone="warning" title="You were signed out and it was not saved">
          We could not keep what you typed. Your browser may still have it: go back to the page before.
        </Notice>
      ) : null}
      {next && REPORTS.test(next) ? (
        <Notice tone="danger" title="Your report has not been sent yet">
          You were signed out. Call <PhoneLink number={env().EMERGENCY_PHONE} /> now if you can, or{" "}
          <Link href="/emergency/report">report it without signing in</Link>.
        </Notice>
      ) : null}
      <PageTitle lede={next ? "Sign in to continue." : undefined}>Sign in</PageTitle>
      <SignInForm action={signIn} next={next} />
      <p>
        <Link href="/forgot">Forgotten your password?</Link> New account, but no email from us?{" "}
        <Link href="/verify/again">Send the link again</Link>.
      </p>
      <p>
        New here?{" "}
        <Link href={next ? `/register?next=${encodeURIComponent(next)}` : "/register"}>Create an account</Link>.
      </p>
    </Page>
  )
}
