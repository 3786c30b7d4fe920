import type { Metadata } from "next"
import { StaffTable } from "@/components/admin/staff-table"
import { type TeamFilter, TeamFilterForm, teamAddress } from "@/components/admin/team-filter-form"
import { WaitingStaff } from "@/components/admin/waiting-staff"
import { ButtonLink } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { Notice } from "@/components/ui/notice"
import { Page, PageTitle } from "@/components/ui/page"
import { Pagination } from "@/components/ui/pagination"
import { Tabs } from "@/components/ui/tabs"
import { requirePermission } from "@/lib/http/require-permission"
import { MEMBER_ROLES } from "@/lib/model/role"
import { decideOnStaff } from "../actions"
import { loadMember, loadStaff } from "../data"

export const metadata: Metadata = { title: "Team" }

/** Anybody can register: those who wait must not bury those who work. */
const MOST_WAITING = "20"

const TITLES = { active: "Active", disabled: "Disabled" }

export default async function TeamPage({ searchParams }: PageProps<"/admin/staff">) {
  await requirePermission("staff.edit")
  const { after, changed, waitingAfter, ...asked } = await searchParams
  const filter = readFilter(asked)
  const { state } = filter
  const [waiting, team, edited] = await Promise.all([
    loadStaff({ state: "waiting", limit: MOST_WAITING, after: waitingAfter }),
    loadStaff({ ...filter, after }),
    // The person edited may be on another page of the list, or on neither of these two.
    typeof changed === "string" ? loadMember(changed) : undefined,
  ])
  return (
    <Page>
      <PageTitle
        actions={
          <>
            <ButtonLink href="/desk/team/holidays" variant="secondary">
              Holidays
            </ButtonLink>
            <ButtonLink href="/admin/invitations">Invite staff</ButtonLink>
          </>
        }
      >
        Team
      </PageTitle>
      {edited ? <Notice tone="success" title={`Changes to ${edited.name} saved`} /> : null}
      <WaitingStaff action={decideOnStaff} staff={waiting.items} more={waiting.next !== null} />
      <Pagination
        label="Waiting for approval"
        first={waitingAfter && "/admin/staff"}
        next={waiting.next && `/admin/staff?waitingAfter=${waiting.next}`}
      />
      <Tabs
        label="Team"
        items={[
          { href: teamAddress({ ...filter, state: "active" }), label: TITLES.active, current: state === "active" },
          {
            href: teamAddress({ ...filter, state: "disabled" }),
            label: TITLES.disabled,
            current: state === "disabled",
          },
        ]}
      />
      <TeamFilterForm filter={filter} />
      {team.items.length > 0 ? (
        <StaffTable caption={`${TITLES[state]} staff`} staff={team.items} />
      ) : (
        <EmptyState icon="user-round-x" title={nobody(filter)} />
      )}
      <Pagination
        label="Staff"
        first={after && teamAddress(filter)}
        next={team.next && teamAddress(filter, team.next)}
      />
    </Page>
  )
}

type Search = Record<string, string | string[] | undefined>

function readFilter({ state, role, team }: Search): TeamFilter {
  const known = MEMBER_ROLES.find((it) => it === role)
  return {
    state: state === "disabled" ? "disabled" : "active",
    role: known,
    team: typeof team === "string" && team.trim() !== "" ? team.trim().slice(0, 60) : undefined,
  }
}

function nobody({ state, role, team }: TeamFilter): string {
  if (role || team) return "No matching staff"
  return state === "active" ? "No active staff" : "No disabled staff"
}
