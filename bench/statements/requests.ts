import { RequestFilter } from "@/lib/requests/contract"
import { listRequests } from "@/lib/requests/list"
import { middle, type Readers } from "./people"
import type { Case } from "./run"

const STATUSES = [undefined, "open", "pending", "closed", "cancelled"] as const
/** Nobody files under “other”. */
const CATEGORIES = [undefined, "meter_fault", "other"] as const
/** No meter fault is of the first priority. */
const PRIORITIES = [undefined, "emergency", "normal"] as const
/** In all titles, in many, in old ones only, in few, in one, in none, in no title with another; and names of many and few. */
const SEARCHES = [
  undefined,
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
export async function* requestCases(readers: Readers): AsyncGenerator<Case> {
  const far = await middle()
  const assignees = [undefined, "nobody", readers.busiest.id, readers.staff.id]
  for (const [role, actor] of Object.entries(readers))
    for (const q of [...SEARCHES, far.reference])
      for (const status of STATUSES)
        for (const category of CATEGORIES)
          for (const priority of PRIORITIES)
            for (const assignee of q === undefined ? assignees : assignees.slice(0, 3))
              for (const after of [undefined, `${far.priority}.${far.id}`]) {
                const filter = { status, category, priority, assignee, q, after }
                const name = Object.entries(filter).flatMap(([key, value]) =>
                  value ? [`${key}=${value.slice(0, 24)}`] : [],
                )
                yield {
                  page: q === undefined ? "requests" : "search",
                  role,
                  name: name.join(" "),
                  run: () => listRequests(actor, RequestFilter.parse(filter)),
                }
              }
}
