import type { Metadata } from "next"
import { NoteForm } from "@/components/desk/note-form"
import { Reference } from "@/components/requests/reference"
import { UnsentFields } from "@/components/requests/unsent-fields"
import { Card } from "@/components/ui/card"
import { Notice } from "@/components/ui/notice"
import { Page, PageTitle } from "@/components/ui/page"
import { load } from "@/lib/http/load"
import { requirePermission } from "@/lib/http/require-permission"
import { getNoteTarget } from "@/lib/requests/conversation/get-note-target"
import { noteTarget } from "@/lib/requests/conversation/operations"
import { leaveCallNote } from "../../../actions"
import { loadUnsent } from "../../../data"

export const metadata: Metadata = { title: "Leave a note" }

const loadTarget = load(noteTarget, getNoteTarget)

/** For whoever answers the phone about a request that a colleague works on. */
export default async function NotePage({ params, searchParams }: PageProps<"/desk/requests/[id]/note">) {
  await requirePermission("customer.leave-note")
  const { id } = await params
  const [{ saved }, { reference, title, assignee, customer }, unsent] = await Promise.all([
    searchParams,
    loadTarget({ id }),
    loadUnsent({ id }),
  ])
  return (
    <Page>
      {saved ? <Notice tone="success" title="Note saved" /> : null}
      <PageTitle
        back={{ href: `/desk/customers/${customer.id}`, label: customer.name }}
        caption={<Reference>{reference}</Reference>}
        lede={assignee ? `Assigned to ${assignee.name}` : "Unassigned"}
      >
        Leave a note: <bdi>{title}</bdi>
      </PageTitle>
      <Card title="Note for staff">
        <NoteForm
          action={leaveCallNote}
          id={id}
          text={unsent.note.text}
          kept={<UnsentFields id={id} kind="note" {...unsent.note} />}
        />
      </Card>
    </Page>
  )
}
