import type { Metadata } from "next"
import { StartTwoFactorForm } from "@/components/account/two-factor-forms"
import { TwoFactorState } from "@/components/account/two-factor-state"
import { Notice } from "@/components/ui/notice"
import { Page, PageTitle } from "@/components/ui/page"
import { signedIn } from "@/lib/http/current-actor"
import { startTwoFactor } from "./actions"
import { loadTwoFactor } from "./data"

export const metadata: Metadata = { title: "Two-factor authentication" }

export default async function TwoFactorPage({ searchParams }: PageProps<"/profile/two-factor">) {
  const { saved } = await searchParams
  const [{ mustEnrol }, state] = [await signedIn(), await loadTwoFactor()]
  return (
    <Page width="text">
      {saved === "off" && !state.enabled ? (
        <Notice tone="success" title="Two-factor authentication turned off" />
      ) : null}
      {mustEnrol ? (
        <Notice tone="warning" title="Set up two-factor authentication to continue">
          All staff must use it to sign in. You can continue when you have set it up.
        </Notice>
      ) : null}
      <PageTitle
        back={{ href: "/profile", label: "Your profile" }}
        lede="Protect your account: signing in will take your password and a code from your phone."
      >
        Two-factor authentication
      </PageTitle>
      {state.enabled ? (
        <TwoFactorState {...state} />
      ) : (
        <section className="space-y-4">
          <p>
            You need an authenticator app, such as Aegis, Google Authenticator, Microsoft Authenticator or a password
            manager that creates codes. We will sign you out everywhere else.
          </p>
          <StartTwoFactorForm action={startTwoFactor} />
        </section>
      )}
    </Page>
  )
}
