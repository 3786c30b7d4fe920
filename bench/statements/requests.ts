import { may } from "@/lib/model/policy"
import { REQUEST_SORTS, RequestFilter, type RequestSort } from "@/lib/requests/contract"
import { type CountBounds, countList } from "@/lib/requests/count-list"
import { countViews } from "@/lib/requests/count-views"
import { cursorOf, isByUpdate } from "@/lib/requests/list-order"
import { listRequests } from "@/lib/requests/list-requests"
import { middle, type Readers } from "./people"
import type { Case } from "./run"

/** Nobody files under “other”, no meter fault is of the first priority, and nothing is cancelled. */
const LISTS = {
  status: [undefined, "open", "pending", "closed", "cancelled"],
  category: [undefined, "meter_fault", "other"],
  priority: [undefined, "emergency", "normal"],
}
/** Fewer, since there are many words. */
const SEARCHED = {
  status: [undefined, "open", "closed"],
  category: [undefined, "meter_fault", "other"],
  priority: [undefined, "normal"],
}

/** Fewer again, since there are several orders. */
const SORTED = {
  sort: REQUEST_SORTS,
  status: [undefined, "open", "closed", "cancelled"],
  category: [undefined, "meter_fault", "other"],
  priority: [undefined, "normal"],
}

const DUE = {
  due: ["overdue", "soon"],
  status: [undefined, "on_hold"],
  category: [undefined, "meter_fault", "other"],
  priority: [undefined, "normal"],
}

/** In all titles, in many, in old ones only, in few, in one, in none, in no title with another; and names of many and few. */
const SEARCHES = [
  "request",
  "meter",
  "archive",
  "archive urgently",
  "urgently",
  "number 777777",
  "nowhere",
  "meter boiler",
  "customer",
  "okafor",
  "customer 77",
  "r",
]

/** Every list of requests, as everybody: the cases in which it has much, little and nothing to show, from its beginning and from its middle. */
export async function* requestCases(readers: Readers, bounds?: CountBounds): AsyncGenerator<Case> {
  const far = await middle()
  const after = [undefined, `${far.priority}.${far.id}`]
  const assignee = [undefined, "nobody", readers.busiest.id, readers.staff.id]
  const updatedSince = [undefined, far.updatedAt]
  const sorted = combinations({ ...SORTED, assignee: assignee.slice(0, 2), updatedSince, after: ["", "after"] })
    .filter(({ sort = "", updatedSince: since }) => since === undefined || isByUpdate(sort as RequestSort))
    .map(({ after: goesOn, ...filter }) => {
      const sort = filter.sort as RequestSort
      return goesOn ? { ...filter, after: cursorOf(sort, { ...far, updatedAt: new Date(far.updatedAt) }) } : filter
    })
  const dues = combinations({ ...DUE, assignee })
  const lists = combinations({ ...LISTS, assignee, after })
  const searches = combinations({ q: [...SEARCHES, far.reference], ...SEARCHED, assignee: assignee.slice(0, 2), after })
  for (const [role, actor] of Object.entries(readers)) {
    const isTold = may(actor, "request.explain")
    if (isTold) yield { page: "views-count", role, name: "all views", run: () => countViews(actor) }
    for (const filter of [...lists, ...sorted, ...dues, ...searches]) {
      if (!isTold && (filter.sort === "due" || "due" in filter)) continue
      const name = Object.entries(filter).map(([key, value]) => `${key}=${value.slice(0, 24)}`)
      const page = "q" in filter ? "search" : "sort" in filter || "due" in filter ? "sorted" : "requests"
      const asked = RequestFilter.parse(filter)
      yield { page, role, name: name.join(" "), run: () => listRequests(actor, asked) }
      const { after, ...rest } = asked
      if (after)
        yield {
          page: `${page}-back`,
          role,
          name: name.join(" "),
          run: () => listRequests(actor, { ...rest, before: after }),
        }
      yield { page: `${page}-count`, role, name: name.join(" "), run: () => countList(actor, asked, bounds) }
    }
  }
}

/** Each way to choose one of each, without what is chosen to be absent. */
function combinations(choices: Record<string, readonly (string | undefined)[]>): Record<string, string>[] {
  return Object.entries(choices).reduce<Record<string, string>[]>(
    (before, [name, values]) =>
      before.flatMap((made) => values.map((value) => (value === undefined ? made : { ...made, [name]: value }))),
    [{}],
  )
}
