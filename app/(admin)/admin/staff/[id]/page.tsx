import type { Metadata } from "next"
import { MemberForm } from "@/components/admin/member-form"
import { factorAddress } from "@/components/shell/factor-address"
import { Link, MailLink, PhoneLink } from "@/components/ui/link"
import { Page, PageTitle } from "@/components/ui/page"
import { requirePermission } from "@/lib/http/require-permission"
import { ROLE_NAMES } from "@/lib/model/role"
import { editStaff } from "../../actions"
import { loadMember } from "../../data"

type Props = PageProps<"/admin/staff/[id]">

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requirePermission("staff.edit")
  const { name } = await loadMember((await params).id)
  return { title: `Edit ${name}` }
}

export default async function MemberPage({ params }: Props) {
  await requirePermission("staff.edit")
  const member = await loadMember((await params).id)
  const { name, email, phone, role, openRequests } = member
  return (
    <Page width="text">
      <PageTitle
        back={{ href: "/admin/staff", label: "Team" }}
        caption={ROLE_NAMES[role]}
        lede={
          role === "administrator" ? undefined : `${openRequests} open ${openRequests === 1 ? "request" : "requests"}`
        }
      >
        <bdi>{name}</bdi>
      </PageTitle>
      <p>
        <MailLink address={email} />, <PhoneLink number={phone} />
      </p>
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        <Link href={`/desk/team/${member.id}/roster`}>Roster and absences</Link>
        <Link href={factorAddress(member.id)}>Two-factor authentication</Link>
      </p>
      <MemberForm action={editStaff} member={member} />
    </Page>
  )
}
