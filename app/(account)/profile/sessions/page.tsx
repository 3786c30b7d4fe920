import type { Metadata } from "next"
import { SessionList } from "@/components/account/session-list"
import { SignOutCard } from "@/components/account/sign-out-card"
import { Notice } from "@/components/ui/notice"
import { Page, PageTitle } from "@/components/ui/page"
import { Pagination } from "@/components/ui/pagination"
import { load } from "@/lib/http/load"
import { listSessions } from "@/lib/identity/sessions/list-sessions"
import { sessionOperations } from "@/lib/identity/sessions/operations"
import { endSession, endSessions } from "./actions"

export const metadata: Metadata = { title: "Where you are signed in" }

const sessions = load(sessionOperations.listSessions, listSessions)

const ENDED = new Map<unknown, string>([
  ["one", "Device signed out"],
  ["others", "You have been signed out everywhere else"],
])

export default async function SessionsPage({ searchParams }: PageProps<"/profile/sessions">) {
  const { after, ended } = await searchParams
  const done = ENDED.get(ended)
  const { items, next } = await sessions({ after })
  return (
    <Page width="text">
      {done ? <Notice tone="success" title={done} /> : null}
      <PageTitle
        back={{ href: "/profile", label: "Your profile" }}
        lede="If you do not recognise a device, sign it out and change your password."
      >
        Where you are signed in
      </PageTitle>
      <SessionList action={endSession} sessions={items} />
      <Pagination
        label="Where you are signed in"
        first={after && "/profile/sessions"}
        next={next && `/profile/sessions?after=${next}`}
      />
      <SignOutCard action={endSessions} />
    </Page>
  )
}
