import type { Metadata } from "next"
import { InvitationTable } from "@/components/admin/invitation-table"
import { InviteForm } from "@/components/admin/invite-form"
import { Card } from "@/components/ui/card"
import { Page, PageTitle } from "@/components/ui/page"
import { Pagination } from "@/components/ui/pagination"
import { requirePermission } from "@/lib/http/require-permission"
import { inviteStaff, resendInvitation, revokeInvitation } from "../actions"
import { loadInvitations } from "../data"

export const metadata: Metadata = { title: "Invitations" }

export default async function InvitationsPage({ searchParams }: PageProps<"/admin/invitations">) {
  await requirePermission("invitation.create")
  const { after } = await searchParams
  const { items, next } = await loadInvitations({ after })
  return (
    <Page>
      <PageTitle lede="Staff who register with a code can start immediately. Without one, they wait for your approval. A new invitation cancels the earlier code.">
        Invitations
      </PageTitle>
      <div className="grid items-start gap-6 lg:grid-cols-[24rem_minmax(0,1fr)]">
        <Card title="Invite staff">
          <InviteForm action={inviteStaff} />
        </Card>
        <div className="space-y-6">
          <InvitationTable invitations={items} resend={resendInvitation} revoke={revokeInvitation} />
          <Pagination
            label="Invitations"
            first={after && "/admin/invitations"}
            next={next && `/admin/invitations?after=${next}`}
          />
        </div>
      </div>
    </Page>
  )
}
