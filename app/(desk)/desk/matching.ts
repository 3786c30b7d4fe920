import { asked } from "@/components/desk/asked-list"
import { readFilter } from "@/components/desk/request-filter"
import { MOST_AT_ONCE } from "@/lib/dispatch/several/most-at-once"
import { fromStrings, parse } from "@/lib/http/parse"
import type { Actor } from "@/lib/model/actor"
import { RequestFilter } from "@/lib/requests/contract"
import { listRequests } from "@/lib/requests/list-requests"

/** The most that a page of a list can have. */
const A_PAGE = 100

/** The first requests of the list with this address, as many as can be changed at once, as they are now. */
export async function matching(actor: Actor, address: string): Promise<{ id: string; version: number }[]> {
  const search = new URLSearchParams(address)
  const {
    after: _from,
    before: _until,
    ...filter
  } = asked(readFilter(Object.fromEntries([...new Set(search.keys())].map((name) => [name, search.getAll(name)]))))
  const found: { id: string; version: number }[] = []
  let after: string | undefined
  do {
    const given = Object.entries({ ...filter, after, limit: A_PAGE }).filter(([, value]) => value !== undefined)
    const page = await listRequests(actor, parse(RequestFilter, fromStrings(RequestFilter, Object.fromEntries(given))))
    found.push(...page.items.map(({ id, version }) => ({ id, version })))
    after = page.next ?? undefined
  } while (after && found.length < MOST_AT_ONCE)
  return found.slice(0, MOST_AT_ONCE)
}
