import type { Metadata } from "next"
import { NewReply, ReplyItem } from "@/components/team/reply-forms"
import { Card } from "@/components/ui/card"
import { Muted } from "@/components/ui/muted"
import { Notice } from "@/components/ui/notice"
import { Page, PageTitle } from "@/components/ui/page"
import { load } from "@/lib/http/load"
import { requirePermission } from "@/lib/http/require-permission"
import { listReplies } from "@/lib/requests/canned-replies/list-replies"
import { cannedReplyOperations } from "@/lib/requests/canned-replies/operations"
import { deleteReply, editReply, makeReply } from "./actions"

export const metadata: Metadata = { title: "Canned replies" }

const loadReplies = load(cannedReplyOperations.listReplies, listReplies)

export default async function RepliesPage({ searchParams }: PageProps<"/desk/team/replies">) {
  await requirePermission("reply.edit")
  const [{ saved, deleted }, { items }] = await Promise.all([searchParams, loadReplies({})])
  return (
    <Page width="text">
      {saved ? <Notice tone="success" title="Reply saved" /> : null}
      {deleted ? <Notice tone="success" title="Reply deleted" /> : null}
      <PageTitle back={{ href: "/desk/team", label: "Team" }} lede="Texts that staff can insert and send.">
        Canned replies
      </PageTitle>
      <Card title="Replies">
        {items.length === 0 ? (
          <Muted>No replies yet.</Muted>
        ) : (
          // A saved change starts the forms anew; one of somebody else leaves what is typed.
          <ul key={String(saved)} className="-my-4 divide-y divide-line">
            {items.map(({ updatedAt: _, ...reply }) => (
              <ReplyItem key={reply.id} reply={reply} edit={editReply} remove={deleteReply} />
            ))}
          </ul>
        )}
      </Card>
      <Card title="New reply">
        <NewReply key={String(saved)} action={makeReply} />
      </Card>
    </Page>
  )
}
