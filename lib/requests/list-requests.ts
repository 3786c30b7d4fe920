import { eq, type SQL, sql } from "drizzle-orm"
import { prepared } from "@/db/prepared"
import { serviceRequests } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { toPageAround } from "@/lib/model/page"
import { permit, type ReachOf } from "@/lib/model/policy"
import type { RequestFilter } from "./contract"
import { foundInSql } from "./found-in"
import type { List } from "./list-conditions"
import { askedFor, whateverElse } from "./list-filter"
import { cursorOf, dueAtTextSql, isByDue, orderAmongOthersSql, value } from "./list-order"
import { orderedIdsSql } from "./ordered-ids"
import { indexSearchSql, parseSearch, referredSql, searchSql, WALKED } from "./search-requests"
import { assignees, customers, summaryColumns } from "./select-requests"

/** The ways to find the ids of a page. The last two give the same ids at different costs. */
const FORMS = {
  all: (list: List) => orderedIdsSql(list, sql`${value("rows")}`),
  referred: referredSql,
  searched: searchSql,
  found: indexSearchSql,
} satisfies Record<string, (list: List) => SQL>
export type SearchForm = keyof typeof FORMS

/** Each shape of list is built once: building costs more than running. There are a few hundred at most. */
const shapes = new Map<string, ReturnType<typeof build>>()

/** Only the page's own rows are joined with their people. */
function build(form: SearchForm, list: List) {
  const columns: typeof summaryColumns & { foundIn?: typeof foundInSql; dueAt?: typeof dueAtTextSql } = {
    ...summaryColumns,
    ...(list.hits.includes("words") && { foundIn: foundInSql }),
    ...(isByDue(list.order) && { dueAt: dueAtTextSql }),
  }
  return prepared(
    (db) =>
      db
        .select(columns)
        .from(serviceRequests)
        .innerJoin(customers, eq(customers.id, serviceRequests.customerId))
        .leftJoin(assignees, eq(assignees.id, serviceRequests.assigneeId))
        .where(sql`${serviceRequests.id} = any(array(select id from (${FORMS[form](list)}) page))`)
        .orderBy(...orderAmongOthersSql(list.order)),
    { reading: true, quick: isQuick(form, list) },
  )
}

/** One person's own requests are few, and found by an index. */
const isQuick = (form: SearchForm, { names }: List) =>
  form === "all" && (names.includes("own") || names.includes("assigned"))

/**
 * A page of the requests the actor may see. Unless the filter says otherwise, open work is sorted by urgency and then
 * age, what has changed since a moment by change, and any other list newest first.
 * @throws AppError `forbidden` when the actor's role may read no requests.
 */
export async function listRequests(actor: Actor, filter: RequestFilter) {
  const reach = permit(actor, "request.read")
  const { isAsked, hasReferences } = parseSearch(filter)
  if (filter.q === undefined && !isAsked) return readList(actor, filter, reach, "all")
  const referred = hasReferences && (await readList(actor, whateverElse(filter), reach, "referred"))
  if (referred && referred.items.length > 0) return referred
  return isAsked ? readList(actor, filter, reach, "searched") : { items: [], next: null, previous: null }
}

/** The list found in one given way, so that tests can compare the ways. */
export async function readList(
  actor: Actor,
  filter: RequestFilter,
  reach: ReachOf<"request.read">,
  form: SearchForm,
  window = WALKED,
) {
  const { list, values } = askedFor(actor, filter, reach)
  const shape = [form, list.order, list.goesOn, ...list.names, ...list.hits].join()
  const query = shapes.get(shape) ?? build(form, list)
  shapes.set(shape, query)
  const found = await query.execute({ ...values, window })
  return toPageAround(found, filter, (row) => cursorOf(list.order, row))
}
