import type { Metadata } from "next"
import { CodeForm } from "@/components/account/code-form"
import { Link } from "@/components/ui/link"
import { Page, PageTitle } from "@/components/ui/page"
import { onlySignedOut } from "@/lib/http/current-actor"
import { endPage } from "@/lib/http/end-page"
import { ownPath } from "@/lib/http/own-path"
import { seeOther } from "@/lib/http/see-other"
import { codePath, openedChallenge } from "@/lib/http/sign-in-steps"
import { answerCode } from "../actions"

export const metadata: Metadata = { title: "Enter your code" }

export default async function CodePage({ searchParams }: PageProps<"/sign-in/code">) {
  const asked = await searchParams
  const next = ownPath(asked.next)
  const recovery = asked.with === "recovery"
  await onlySignedOut(next)
  if (!(await openedChallenge().catch(endPage)))
    seeOther(`/sign-in?over=1${next ? `&next=${encodeURIComponent(next)}` : ""}`)
  return (
    <Page width="text">
      <PageTitle
        back={{ href: next ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in", label: "Sign in" }}
        lede={
          recovery
            ? "Enter one of the recovery codes you saved. Each works once."
            : "Enter the code from your authenticator app."
        }
      >
        {recovery ? "Enter a recovery code" : "Enter your code"}
      </PageTitle>
      {/* Two forms to React, so that nothing typed goes from one to the other. */}
      <CodeForm key={String(recovery)} action={answerCode} recovery={recovery} next={next} />
      <p>
        {recovery ? (
          <Link href={codePath(next)}>Use your app instead</Link>
        ) : (
          <>
            Lost your phone or app? <Link href={codePath(next, true)}>Use a recovery code</Link>
          </>
        )}
      </p>
    </Page>
  )
}
