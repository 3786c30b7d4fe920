import { may } from "@/lib/model/policy"
import { REQUEST_SORTS, RequestFilter } from "@/lib/requests/contract"
import { type CountBounds, countList } from "@/lib/requests/count-list"
import { cursorOf } from "@/lib/requests/list-order"
import { listRequests } from "@/lib/requests/list-requests"
import { middle, type Readers } from "./people"
import type { Case } from "./run"

/** Primes, so that steps of them meet the values of all filters together in ever new ways. Of so many ways one is tried. */
export const STRIDE = { small: 330_017, large: 1_000_003 }

/**
 * A walk through all the ways in which everything that lists can be narrowed, sorted and paged by is combined, in some
 * hundred steps: each as a list, read backwards, and counted.
 */
export async function* walkCases(readers: Readers, bounds?: CountBounds, stride = STRIDE.small): AsyncGenerator<Case> {
  const far = await middle()
  const choices = {
    sort: [undefined, ...REQUEST_SORTS],
    status: [undefined, "open", "closed", "cancelled", ["pending", "on_hold"], ["closed", "open"]],
    category: [undefined, "meter_fault", "other"],
    priority: [undefined, "emergency", "normal"],
    assignee: [undefined, "nobody", readers.busiest.id, readers.staff.id],
    customerId: [undefined, undefined, readers.largest.id, readers.customer.id],
    createdFrom: [undefined, far.updatedAt],
    createdTo: [undefined, far.updatedAt],
    updatedSince: [undefined, far.updatedAt],
    dueBefore: [undefined, undefined, undefined, new Date().toISOString()],
    area: [undefined, undefined, "LS1", "LS7 4", "SW1A"],
    danger: [undefined, undefined, "yes"],
    team: [undefined, undefined, undefined, "North"],
    externalReference: [undefined, undefined, "CRM-1"],
    q: [undefined, undefined, "request", "meter boiler", "archive urgently", "number 7777"],
    goesOn: [undefined, true],
  }
  const ways = Object.values(choices).reduce((product, { length }) => product * length, 1)
  for (const [role, actor] of Object.entries(readers))
    for (let way = 0; way < ways; way += stride) {
      const { goesOn, ...chosen } = chooseBy(way, choices)
      const bare = RequestFilter.safeParse(chosen)
      if (!bare.success || ((bare.data.sort === "due" || bare.data.dueBefore) && !may(actor, "request.explain")))
        continue
      const asked = bare.data
      const cursor = cursorOf(sortOf(asked), { ...far, updatedAt: new Date(far.updatedAt) })
      const name = JSON.stringify({ ...chosen, goesOn })
      const list = goesOn ? { ...asked, after: cursor } : asked
      const page = (asked.q ?? asked.area ?? asked.danger) === undefined ? "walk" : "walk-search"
      yield { page, role, name, run: () => listRequests(actor, list) }
      yield { page: `${page}-count`, role, name, run: () => countList(actor, list, bounds) }
      if (goesOn)
        yield { page: `${page}-back`, role, name, run: () => listRequests(actor, { ...asked, before: cursor }) }
    }
}

const sortOf = ({ sort, status, updatedSince, dueBefore, team }: RequestFilter) => {
  const usual = status === "open" || (team && status === undefined) ? "priority" : "-createdAt"
  return sort ?? (dueBefore ? "due" : updatedSince ? "updatedAt" : usual)
}

/** One of each choice, by a number below the product of how many there are. */
function chooseBy(way: number, choices: Record<string, readonly unknown[]>): Record<string, unknown> {
  let rest = way
  return Object.fromEntries(
    Object.entries(choices).flatMap(([name, values]) => {
      const value = values[rest % values.length]
      rest = Math.floor(rest / values.length)
      return value === undefined ? [] : [[name, value]]
    }),
  )
}
