import { listColleagues } from "@/lib/dispatch/outcome/list-colleagues"
import { listProposals } from "@/lib/dispatch/outcome/list-proposals"
import { findUndos } from "@/lib/dispatch/undo/find-undos"
import type { Actor } from "@/lib/model/actor"
import { countDangerousMails, countKeptMails, listKeptMails } from "@/lib/oversight/inbound-mails/list-kept-mails"
import { countUnread, listNotifications } from "@/lib/oversight/notifications/list-notifications"
import { readAboutRequest, readNotifications } from "@/lib/oversight/notifications/read-notifications"
import { getOverview } from "@/lib/oversight/reports/get-overview"
import { rangeOf } from "@/lib/oversight/reports/range"
import { findCallers } from "@/lib/requests/callers/find-callers"
import { getRequestCare } from "@/lib/requests/care/get-request-care"
import { countWaiting } from "@/lib/requests/count-waiting"
import { readChanges } from "@/lib/requests/live/read-changes"
import { listPremisesRequests } from "@/lib/requests/premises/list-premises-requests"
import { setPresence } from "@/lib/requests/presence/set-presence"
import { listViews } from "@/lib/requests/saved-views/list-views"
import { middle, newest, type Readers } from "./people"
import type { Case } from "./run"

const limit = 50
const DAY = 86_400_000
/** A place in the log that a client may name, before all that is in it. */
const LONG_AGO = "1:1:"
/** One per page that a person has open. */
const page = 1

/** What people are told of, what lives on pages that are open, and what stands around a request. */
export async function* toldCases(readers: Readers): AsyncGenerator<Case> {
  const { supervisor, busiest, customer } = readers
  const far = await middle()
  const latest = await newest(limit)
  const [first = far] = latest
  const ids = latest.map(({ id }) => id)
  const { snapshot, readAt } = await readChanges(undefined)
  const pages: [page: string, role: string, run: () => Promise<unknown>][] = [
    ["live changes", "nobody", () => readChanges(undefined)],
    ["live changes", "nobody", () => readChanges(snapshot, readAt)],
    ["live changes", "supervisor", () => readChanges(snapshot, undefined, supervisor.id)],
    ["changes long ago", "supervisor", () => readChanges(LONG_AGO, undefined, supervisor.id)],
    ["changes long ago", "customer", () => readChanges(LONG_AGO, undefined, customer.id)],
    ["presence", "supervisor", () => setPresence(supervisor, { ...first, doing: "viewing", page })],
    ["presence", "supervisor", () => setPresence(supervisor, { ...first, doing: "gone", page })],
    ["kept emails", "supervisor", () => listKeptMails(supervisor, { limit })],
    ["kept emails", "supervisor", () => listKeptMails(supervisor, { limit, after: far.id })],
    ["kept emails", "supervisor", countKeptMails],
    ["kept emails", "supervisor", countDangerousMails],
    ["proposals", "supervisor", () => listProposals(supervisor, {})],
    ["proposals", "supervisor", () => listProposals(supervisor, { requestId: far.id })],
    ["colleagues", "supervisor", () => listColleagues(supervisor, far)],
    ["undo", "supervisor", () => findUndos(supervisor, ids)],
    ["waiting", "supervisor", () => countWaiting(supervisor)],
    ["views", "supervisor", () => listViews(supervisor)],
    ["care", "supervisor", () => getRequestCare(supervisor, far)],
  ]
  for (const [page, role, run] of pages) yield { page, role, name: "", run }
  for (const q of ["smith", "mill", "okafor leeds", "0113", "nobody at all", "GR-7K3M-9Q2F"])
    yield { page: "callers", role: "busiest", name: q, run: () => findCallers(busiest, { q }) }
  for (const after of [undefined, `over.${far.id}`])
    for (const { premisesId } of [far, first])
      if (premisesId)
        yield {
          page: "premises",
          role: "supervisor",
          name: `${premisesId} ${after}`,
          run: () => listPremisesRequests(supervisor, { id: premisesId, after, limit }),
        }
  yield* notificationCases(readers, far)
  yield* overviewCases(readers)
}

async function* notificationCases(readers: Readers, far: { id: string }): AsyncGenerator<Case> {
  const { customer, largest, staff, busiest, supervisor } = readers
  for (const [role, actor] of Object.entries({ customer, largest, staff, busiest, supervisor } satisfies Record<
    string,
    Actor
  >)) {
    const { next } = await listNotifications(actor, { limit })
    yield { page: "bell", role, name: "", run: () => countUnread(actor) }
    for (const after of [undefined, next ?? far.id])
      yield {
        page: "notifications",
        role,
        name: after ? "far" : "",
        run: () => listNotifications(actor, { after, limit }),
      }
    yield { page: "notifications read", role, name: "about one", run: () => readAboutRequest(actor, far.id) }
    yield {
      page: "notifications read",
      role,
      name: "one",
      run: () => readNotifications(actor, { ids: [far.id] }),
    }
  }
}

/** The overview by its filters, and for as many days as can be asked for. */
function* overviewCases({ supervisor, busiest }: Readers): Generator<Case> {
  const { to } = rangeOf({})
  for (const days of [30, 90, 366])
    for (const category of [undefined, "repair", "other"] as const)
      for (const assignee of [undefined, "nobody", busiest.id]) {
        const from = new Date(Date.parse(to) - (days - 1) * DAY).toISOString().slice(0, 10)
        const name = JSON.stringify({ days, category, assignee })
        const run = () => getOverview(supervisor, { from, to, category, assignee })
        yield { page: "overview", role: "supervisor", name, run }
      }
}
