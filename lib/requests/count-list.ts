import { sql } from "drizzle-orm"
import { prepared } from "@/db/prepared"
import type { Actor } from "@/lib/model/actor"
import { permit, type ReachOf } from "@/lib/model/policy"
import type { ListCount, RequestFilter } from "./contract"
import { countListSql, referredCountSql, searchedCountSql, walkedCountSql } from "./count-sql"
import type { List } from "./list-conditions"
import { askedFor, whateverElse } from "./list-filter"
import { parseSearch, WALKED } from "./search-requests"

const FORMS = { all: countListSql, referred: referredCountSql, searched: searchedCountSql, walked: walkedCountSql }
type CountForm = keyof typeof FORMS

export interface CountBounds {
  most: number
  window: number
  /** A search that finds few among the first rows asks no index for the others: "12+" is enough. */
  roughly?: boolean
}

/** So many rows are counted at most, and so many are looked at for words. Tests choose fewer. */
const BOUNDS: CountBounds = { most: 10_000, window: WALKED }

/** Each shape is built once, as for lists. */
const shapes = new Map<string, ReturnType<typeof build>>()

const build = (form: CountForm, list: List) =>
  prepared(
    (db) =>
      db
        .select({ count: sql<number>`count`.mapWith(Number), more: sql<boolean>`more` })
        .from(sql`(${FORMS[form](list)}) counted`),
    { reading: true },
  )

/**
 * How many requests a list has that `listRequests` gives page by page, and how many of them stand ahead of the page asked
 * for. Both are counted up to 10,000; of words that are common, up to as many as are found among the list's first 3,000.
 * @throws AppError `forbidden` when the actor's role may read no requests
 */
export async function countList(actor: Actor, filter: RequestFilter, bounds = BOUNDS): Promise<ListCount> {
  const reach = permit(actor, "request.read")
  const by = (form: CountForm, asked = filter) => countBoth(asked, (one) => countOne(actor, one, reach, form, bounds))
  const { isAsked, hasReferences } = parseSearch(filter)
  if (filter.q === undefined && !isAsked) return by("all")
  const referred = hasReferences && (await by("referred", whateverElse(filter)))
  if (referred && referred.total.count > 0) return referred
  return isAsked ? by(bounds.roughly ? "walked" : "searched") : { total: NONE, ahead: NONE }
}

const NONE = { count: 0, more: false }

async function countBoth(filter: RequestFilter, count: (filter: RequestFilter) => Promise<ListCount["total"]>) {
  const { after, before, ...whole } = filter
  const cursor = after ?? before
  if (cursor === undefined) return { total: await count(whole), ahead: NONE }
  const [total, ahead] = await Promise.all([count(whole), count({ ...whole, before: cursor })])
  // A page behind a row has that row ahead of it, a page ahead of a row has itself.
  const shift = after === undefined ? -filter.limit : 1
  return { total, ahead: { ...ahead, count: Math.max(0, ahead.count + shift) } }
}

async function countOne(
  actor: Actor,
  filter: RequestFilter,
  reach: ReachOf<"request.read">,
  form: CountForm,
  { most, window }: CountBounds,
) {
  const { list, values } = askedFor(actor, filter, reach)
  const shape = [form, list.order, list.goesOn, ...list.names, ...list.hits].join()
  const query = shapes.get(shape) ?? build(form, list)
  shapes.set(shape, query)
  const [counted = NONE] = await query.execute({ ...values, window, bound: most + 1 })
  return counted
}
