import type { Metadata } from "next"
import { asked, usedOf } from "@/components/desk/asked-list"
import { AvailabilitySwitch } from "@/components/desk/availability-switch"
import { DeskKeys } from "@/components/desk/desk-keys"
import { EditView } from "@/components/desk/edit-view"
import { FilterBar } from "@/components/desk/filter-bar"
import { FilterChips } from "@/components/desk/filter-chips"
import { ListForm } from "@/components/desk/list-form"
import { listHeads } from "@/components/desk/list-heads"
import { ListPlace } from "@/components/desk/list-place"
import { listRows } from "@/components/desk/list-rows"
import { NoRequests } from "@/components/desk/no-requests"
import { packRows } from "@/components/desk/packed-rows"
import { deskAddress, readFilter } from "@/components/desk/request-filter"
import { SaveView } from "@/components/desk/save-view"
import { savedAt, titleOf, viewAt } from "@/components/desk/views"
import { WaitingBanner } from "@/components/desk/waiting-banner"
import { colleagueOption } from "@/components/requests/colleague-option"
import { Heading } from "@/components/ui/heading"
import { Notice } from "@/components/ui/notice"
import { RefreshOnChange } from "@/components/ui/refresh-on-change"
import { requirePermission } from "@/lib/http/require-permission"
import { may } from "@/lib/model/policy"
import { ROLE_NAMES } from "@/lib/model/role"
import { takeableIds } from "../../emergencies"
import { loadViews } from "../../saved-views"
import { setAvailability } from "./actions"
import {
  countRequests,
  loadAvailability,
  loadColleagues,
  loadNearestClocks,
  loadOpened,
  loadRequests,
  loadWaiting,
} from "./data"
import { changeChosen } from "./list-actions"
import { RequestView } from "./request-view"
import { deleteView, editView, saveView } from "./view-actions"

export const metadata: Metadata = { title: "Requests" }

export default async function DeskPage({ searchParams }: PageProps<"/desk">) {
  const actor = await requirePermission("request.move")
  const { left, open, ...wanted } = await searchParams
  const filter = readFilter(wanted)
  const everybodys = may(actor, "request.assign")
  const isOfOne = filter.assignee !== undefined && filter.assignee !== "nobody"
  const [requests, count, availability, colleagues, waiting, takeable, views, opened] = await Promise.all([
    loadRequests(asked(filter)),
    countRequests(asked(filter)),
    may(actor, "availability.edit") ? loadAvailability() : undefined,
    everybodys && (filter.filters || isOfOne) ? loadColleagues() : undefined,
    everybodys && filter.assignee !== "nobody" ? loadWaiting() : undefined,
    takeableIds(),
    loadViews(actor),
    loadOpened(open),
  ])
  const clocks = await loadNearestClocks(requests.items)
  const saved = savedAt(filter, views)
  const address = deskAddress(filter)
  const title = titleOf(filter, actor, everybodys, views)
  const shares = may(actor, "view.share")
  const isNew = saved === undefined && viewAt(filter, actor, everybodys) === undefined
  const customerName = requests.items.find(({ customer }) => customer.id === filter.customer)?.customer.name
  const list = (
    <div className={["space-y-2 px-4 py-2", ...filter.without.map((column) => `without-${column}`)].join(" ")}>
      {left === "administration" && actor.role !== "administrator" ? (
        <Notice tone="success" title="You are no longer an administrator">
          You changed your own role. Your role is now: {ROLE_NAMES[actor.role].toLowerCase()}.
        </Notice>
      ) : null}
      {open && !opened ? (
        <Notice title={`${String(open).slice(0, 40)} was not found`}>
          There is no such request, or you do not have access to it.
        </Notice>
      ) : null}
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Heading level={1} size="page">
          {title}
        </Heading>
        <ListPlace
          filter={filter}
          rows={requests.items.length}
          count={count}
          previous={requests.previous}
          next={requests.next}
        />
        {saved?.editable ? <EditView view={saved} edit={editView} remove={deleteView} shares={shares} /> : null}
        <span className="mr-auto" />
        <FilterBar filter={filter} people={colleagues} customerName={customerName} />
        <DeskKeys of={opened ? "both" : "list"} />
      </header>
      <FilterChips
        filter={filter}
        assigneeName={colleagues?.find(({ id }) => id === filter.assignee)?.name}
        customerName={customerName}
      >
        {isNew ? <SaveView filter={filter} action={saveView} shares={shares} /> : null}
      </FilterChips>
      {availability ? <AvailabilitySwitch action={setAvailability} availability={availability} /> : null}
      {waiting ? <WaitingBanner {...waiting} /> : null}
      <ListForm
        key={address}
        action={changeChosen}
        assigns={everybodys}
        prioritises={may(actor, "request.prioritise")}
        people={colleagues?.map(colleagueOption)}
        total={count.total.count}
        matching={address.replace(/^[^?]*/, "")}
        caption={title}
        heads={listHeads(usedOf(filter), everybodys)}
        rows={packRows(listRows(requests.items, { clocks, takeable, withAssignee: everybodys, q: filter.q }))}
        withAssignee={everybodys}
        opened={opened?.id}
      >
        {/* Not sent where it is not shown. */}
        {requests.items.length > 0 ? null : <NoRequests filter={filter} everybodys={everybodys} />}
      </ListForm>
    </div>
  )
  // The list is the same with and without something beside it, so that it keeps what is ticked and where one is.
  return (
    <>
      <RefreshOnChange opened={opened?.id} />
      <div className={opened ? "split" : undefined}>
        {list}
        {opened ? (
          <section key={opened.id} aria-label={opened.reference} tabIndex={-1} className="beside">
            <RequestView id={opened.id} list={address} />
          </section>
        ) : null}
      </div>
    </>
  )
}
