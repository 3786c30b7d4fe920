import { UserRoundX } from "lucide-react"
import type { Metadata } from "next"
import { StaffTable } from "@/components/admin/staff-table"
import { WaitingStaff } from "@/components/admin/waiting-staff"
import { ButtonLink } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { Notice } from "@/components/ui/notice"
import { Page, PageTitle } from "@/components/ui/page"
import { Pagination } from "@/components/ui/pagination"
import { Tabs } from "@/components/ui/tabs"
import { permitted } from "@/lib/http/permitted"
import { decideOnStaff } from "../actions"
import { loadMember, loadStaff } from "../data"

export const metadata: Metadata = { title: "Team" }

const TITLES = { active: "Active", disabled: "Disabled" }

export default async function TeamPage({ searchParams }: PageProps<"/admin/staff">) {
  await permitted("staff.edit")
  const { after, changed, state: asked } = await searchParams
  const state = asked === "disabled" ? "disabled" : "active"
  const [waiting, team, edited] = await Promise.all([
    loadStaff({ state: "waiting", limit: "100" }),
    loadStaff({ state, after }),
    // Whoever was edited may stand on another page of the list, or on none of these two.
    typeof changed === "string" ? loadMember(changed) : undefined,
  ])
  const here = state === "active" ? "/admin/staff?" : "/admin/staff?state=disabled&"
  return (
    <Page>
      <PageTitle actions={<ButtonLink href="/admin/invitations">Invite somebody</ButtonLink>}>Team</PageTitle>
      {edited ? <Notice tone="success" title={`${edited.name} is saved`} /> : null}
      <WaitingStaff action={decideOnStaff} staff={waiting.items} more={waiting.next !== null} />
      <Tabs
        label="Team"
        items={[
          { href: "/admin/staff", label: TITLES.active, current: state === "active" },
          { href: "/admin/staff?state=disabled", label: TITLES.disabled, current: state === "disabled" },
        ]}
      />
      {team.items.length > 0 ? (
        <StaffTable caption={`${TITLES[state]} staff`} staff={team.items} />
      ) : (
        <EmptyState icon={UserRoundX} title={state === "active" ? "Nobody works here yet" : "Nobody is disabled"} />
      )}
      <Pagination label="Staff" first={after && here.slice(0, -1)} next={team.next && `${here}after=${team.next}`} />
    </Page>
  )
}
