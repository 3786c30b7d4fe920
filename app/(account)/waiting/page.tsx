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
        <Notice tone="success" title="You are no longer an administrator">
          You changed your own account. Another administrator must approve it.
        </Notice>
      ) : null}
      <PageTitle>Waiting for approval</PageTitle>
      <EmptyState
        icon="hourglass"
        title={`Thank you, ${actor.name}. You have registered.`}
        action={<ButtonLink href="/waiting">Check again</ButtonLink>}
      >
        An administrator must approve your account before you can use this service. If this takes too long, contact the
        person who asked you to register.
      </EmptyState>
      <p>
        While you wait, you can check <Link href="/profile">your profile</Link>.
      </p>
    </Page>
  )
}
