import type { Metadata } from "next"
import { AvailabilitySwitch } from "@/components/desk/availability-switch"
import { FilterForm } from "@/components/desk/filter-form"
import { NoRequests } from "@/components/desk/no-requests"
import { asked, deskAddress, readFilter } from "@/components/desk/request-filter"
import { RequestTable } from "@/components/desk/request-table"
import { WaitingBanner } from "@/components/desk/waiting-banner"
import { Notice } from "@/components/ui/notice"
import { Page, PageTitle } from "@/components/ui/page"
import { Pagination } from "@/components/ui/pagination"
import { requirePermission } from "@/lib/http/require-permission"
import { may } from "@/lib/model/policy"
import { ROLE_NAMES } from "@/lib/model/role"
import { takeableIds } from "../../emergencies"
import { setAvailability } from "./actions"
import { loadAvailability, loadColleagues, loadNearestClocks, loadRequests } from "./data"

export const metadata: Metadata = { title: "Requests" }

export default async function DeskPage({ searchParams }: PageProps<"/desk">) {
  const actor = await requirePermission("request.move")
  const { left, ...wanted } = await searchParams
  const filter = readFilter(wanted)
  const everybodys = may(actor, "request.assign")
  const [requests, availability, colleagues, waiting, takeable] = await Promise.all([
    loadRequests(asked(filter)),
    may(actor, "availability.edit") ? loadAvailability() : undefined,
    everybodys ? loadColleagues() : undefined,
    everybodys && filter.assignee !== "nobody" ? loadRequests({ assignee: "nobody", status: "open" }) : undefined,
    takeableIds(),
  ])
  const clocks = await loadNearestClocks(requests.items)
  const title = everybodys ? "All requests" : "Assigned to you"
  return (
    <Page>
      {left === "administration" && actor.role !== "administrator" ? (
        <Notice tone="success" title="You are no longer an administrator">
          You changed your own role. Your role is now: {ROLE_NAMES[actor.role].toLowerCase()}.
        </Notice>
      ) : null}
      <PageTitle>{title}</PageTitle>
      {availability ? <AvailabilitySwitch action={setAvailability} availability={availability} /> : null}
      {waiting ? <WaitingBanner waiting={waiting.items} more={waiting.next !== null} /> : null}
      <FilterForm filter={filter} people={colleagues} />
      {requests.items.length > 0 ? (
        <RequestTable
          caption={title}
          requests={requests.items}
          clocks={clocks}
          withAssignee={everybodys}
          takeable={takeable}
          q={filter.q}
        />
      ) : (
        <NoRequests filter={filter} everybodys={everybodys} />
      )}
      <Pagination
        label="Requests"
        first={filter.after && deskAddress({ ...filter, after: undefined })}
        next={requests.next && deskAddress({ ...filter, after: requests.next })}
      />
    </Page>
  )
}
