import type { Metadata } from "next"
import { SignInForm } from "@/components/account/sign-in-form"
import { Link } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { Page, PageTitle } from "@/components/ui/page"
import { onlySignedOut } from "@/lib/http/current-actor"
import { ownPath } from "@/lib/http/own-path"
import { signIn } from "./actions"

export const metadata: Metadata = { title: "Sign in" }

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const asked = await searchParams
  const next = ownPath(asked.next)
  await onlySignedOut(next)
  return (
    <Page width="text">
      {asked["signed-out"] ? <Notice tone="success" title="You are signed out" /> : null}
      {asked.reset ? (
        <Notice tone="success" title="Your new password is set">
          You are signed out everywhere. Sign in with it.
        </Notice>
      ) : null}
      {asked.over ? (
        <Notice tone="warning" title="Sign in again">
          Entering your code took too long, or it was wrong too often.
        </Notice>
      ) : null}
      <PageTitle lede={next ? "Sign in first, and you get where you wanted to go." : undefined}>Sign in</PageTitle>
      <SignInForm action={signIn} next={next} />
      <p>
        <Link href="/forgot">Forgotten your password?</Link>
      </p>
      <p>
        New here?{" "}
        <Link href={next ? `/register?next=${encodeURIComponent(next)}` : "/register"}>Create an account</Link>. Do you
        work with us? <Link href="/register/staff">Register as staff</Link>.
      </p>
    </Page>
  )
}
