import { type DeskFilter, deskAddress, keptOf, whole } from "@/components/desk/request-filter"
import type { RailLink } from "@/components/shell/rail"
import type { MaskName } from "@/components/ui/icon-name"
import type { Actor } from "@/lib/model/actor"
import type { ViewCounts, ViewName } from "@/lib/requests/count-views"

interface View {
  name: ViewName
  label: string
  icon: MaskName
  filter: Partial<DeskFilter>
}

const OWN: View = { name: "mine", label: "Assigned to you", icon: "user-round-check", filter: {} }
const OPEN: View = { name: "open", label: "All open", icon: "inbox", filter: {} }
const UNASSIGNED: View = {
  name: "unassigned",
  label: "Unassigned",
  icon: "user-round-x",
  filter: { assignee: "nobody" },
}

const COMMON: View[] = [
  { name: "dueSoon", label: "Due soon", icon: "alarm-clock", filter: { due: "soon" } },
  { name: "overdue", label: "Overdue", icon: "alarm-clock-off", filter: { due: "overdue" } },
  { name: "emergencies", label: "Emergencies", icon: "siren", filter: { priority: "emergency" } },
  { name: "onHold", label: "On hold", icon: "circle-pause", filter: { status: ["on_hold"] } },
  {
    name: "resolved",
    label: "Recently resolved",
    icon: "circle-check",
    filter: { status: ["resolved"], sort: "-updatedAt" },
  },
  { name: "all", label: "All", icon: "scroll-text", filter: { status: ["any"] } },
]

/** The lists that somebody works with, each an address. Staff see only what is theirs, and administrators have none of their own. */
function viewsFor({ id, role }: Actor, everybodys: boolean): View[] {
  if (!everybodys) return [OWN, ...COMMON]
  const mine = role === "administrator" ? [] : [{ ...OWN, filter: { assignee: id } }]
  return [OPEN, ...mine, UNASSIGNED, ...COMMON]
}

export const viewLinks = (actor: Actor, everybodys: boolean, counts: ViewCounts | undefined): RailLink[] =>
  viewsFor(actor, everybodys).map(({ name, label, icon, filter }) => [
    deskAddress(filter),
    label,
    icon,
    counts?.[name] ?? "",
  ])

/** What a list is called: the name of its view, however it is sorted and whatever columns it has. */
export function titleOf(
  filter: DeskFilter,
  actor: Actor,
  everybodys: boolean,
  saved: readonly { id: string; name: string; filter: Partial<DeskFilter> }[],
): string {
  const ours = viewAt(filter, actor, everybodys)
  const theirs = savedAt(filter, saved)
  if (theirs && (ours === undefined || theirs.id === filter.view)) return theirs.name
  if (ours) return ours.label
  const alike = viewsFor(actor, everybodys).find((it) => contentOf(it.filter) === contentOf(filter))
  if (alike) return alike.label
  const [same, other] = saved.filter((it) => contentOf(it.filter) === contentOf(filter))
  return same && !other ? same.name : everybodys ? "Requests" : OWN.label
}

/** What a filter finds, whatever way it is shown. */
const contentOf = (filter: Partial<DeskFilter>): string =>
  sorted(deskAddress({ ...keptOf(whole(filter)), sort: undefined, without: undefined }))

/** The view that a list is, if it is one that everybody has. */
export function viewAt(filter: DeskFilter, actor: Actor, everybodys: boolean): View | undefined {
  const here = deskAddress(keptOf(filter))
  return viewsFor(actor, everybodys).find((it) => deskAddress(it.filter) === here)
}

/** The saved view that a list is: the one that its address names, or the only one that asks for the same. */
export function savedAt<View extends { id: string; filter: Partial<DeskFilter> }>(
  filter: DeskFilter,
  views: readonly View[],
): View | undefined {
  const here = sorted(deskAddress(keptOf(filter)))
  const same = views.filter((it) => sorted(deskAddress(it.filter)) === here)
  return same.find(({ id }) => id === filter.view) ?? (same.length === 1 ? same[0] : undefined)
}

/** The address of a saved view. It names the view, since others may ask for the same. */
export const viewAddress = ({ id, filter }: { id: string; filter: Partial<DeskFilter> }): string =>
  deskAddress({ ...filter, view: id })

/** Addresses that say the same in another order are one. */
function sorted(address: string): string {
  const query = new URLSearchParams(address.split("?")[1])
  query.sort()
  return query.toString()
}
