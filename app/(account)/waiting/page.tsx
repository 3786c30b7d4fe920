import { Hourglass } from "lucide-react"
import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { ButtonLink } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { Link } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { Page, PageTitle } from "@/components/ui/page"
import { signedIn } from "@/lib/http/current-actor"
import { startPageOf } from "@/lib/identity/accounts/start-page"

export const metadata: Metadata = { title: "Waiting for approval" }

export default async function WaitingPage({ searchParams }: PageProps<"/waiting">) {
  const actor = await signedIn()
  if (actor.state !== "waiting") redirect(startPageOf(actor))
  return (
    <Page width="text">
      {(await searchParams).left === "administration" ? (
        <Notice tone="success" title="You are not an administrator any more">
          You changed your own account: it waits to be approved by somebody else.
        </Notice>
      ) : null}
      <PageTitle>Waiting for approval</PageTitle>
      <EmptyState
        icon={Hourglass}
        title={`Thank you, ${actor.name}. You are registered.`}
        action={<ButtonLink href="/waiting">Look again</ButtonLink>}
      >
        An administrator has to approve your account before you can see or do anything here. If it takes long, ask the
        person who told you to register.
      </EmptyState>
      <p>
        Meanwhile you can check <Link href="/profile">your profile</Link>.
      </p>
    </Page>
  )
}
