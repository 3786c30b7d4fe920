import { eq, type SQL, sql } from "drizzle-orm"
import { prepared } from "@/db/prepared"
import { serviceRequests } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { toPage } from "@/lib/model/page"
import { permit, type ReachOf } from "@/lib/model/policy"
import { isOpen, STATUSES, type Status } from "@/lib/model/status"
import type { RequestFilter, RequestSort } from "./contract"
import { externalSourceOf } from "./external-source"
import { foundInSql } from "./found-in"
import { cursorOf, orderAmongOthersSql, placeIn, value } from "./list-order"
import { type Condition, type List, orderedIdsSql } from "./ordered-ids"
import { indexSearchSql, parseSearch, referredSql, searchSql, WALKED } from "./search-requests"
import { assignees, customers, summaryColumns } from "./select-requests"

type Filter = Omit<RequestFilter, "status"> & { statuses: readonly Status[]; isOpenWork: boolean; sort: RequestSort }

/** The filter with each status named once. Unless it is asked for another, open work alone has an order of its own. */
function plain({ status = [], ...filter }: RequestFilter): Filter {
  const named = [status].flat()
  const statuses = [...new Set(named.flatMap((one) => (one === "open" ? STATUSES.filter(isOpen) : [one])))]
  const isOpenWork = named.length > 0 && named.every((one) => one === "open")
  const usual = isOpenWork ? "priority" : "-createdAt"
  return { ...filter, statuses, isOpenWork, sort: filter.sort ?? (filter.updatedSince ? "updatedAt" : usual) }
}

function conditionsFor(
  reach: ReachOf<"request.read">,
  {
    statuses,
    isOpenWork,
    category,
    priority,
    assignee,
    externalReference,
    customerId,
    createdFrom,
    createdTo,
    updatedSince,
  }: Filter,
): Condition[] {
  const ofStatus = statuses.length > 1 ? "statuses" : "status"
  const names = [
    reach === "any" ? undefined : reach,
    statuses.length > 0 && (isOpenWork ? "open" : ofStatus),
    customerId && "customer",
    createdFrom && "from",
    createdTo && "until",
    updatedSince && "since",
    category && "category",
    priority && "priority",
    assignee && (assignee === "nobody" ? "nobody" : "assignee"),
    externalReference && (reach === "any" || reach === "assigned" ? "externalReference" : "ownExternalReference"),
  ] as const
  return names.filter((name) => name !== undefined && name !== "" && name !== false)
}

/** By so much the clocks of app and database may differ. */
const SLACK_MS = 600_000

/** The smallest id that a request filed so long after a moment can have (RFC 9562, version 7). */
function firstIdAt(moment: string | undefined, after: number): string | undefined {
  if (moment === undefined) return undefined
  const digits = (new Date(moment).getTime() + after).toString(16).padStart(12, "0")
  return `${digits.slice(0, 8)}-${digits.slice(8)}-0000-0000-000000000000`
}

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
  const columns: typeof summaryColumns & { foundIn?: typeof foundInSql } =
    form === "all" ? summaryColumns : { ...summaryColumns, foundIn: foundInSql }
  return prepared(
    (db) =>
      db
        .select(columns)
        .from(serviceRequests)
        .innerJoin(customers, eq(customers.id, serviceRequests.customerId))
        .leftJoin(assignees, eq(assignees.id, serviceRequests.assigneeId))
        .where(sql`${serviceRequests.id} = any(array(select id from (${FORMS[form](list)}) page))`)
        .orderBy(...orderAmongOthersSql(list.sort)),
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
  if (filter.q === undefined) return readList(actor, filter, reach, "all")
  const { hasWords, hasReferences } = parseSearch(filter)
  // What a reference names is found whatever else the list is narrowed by.
  const { q, limit, after } = filter
  const only = { q, limit, after, sort: plain(filter).sort }
  const referred = hasReferences && (await readList(actor, only, reach, "referred"))
  if (referred && referred.items.length > 0) return referred
  return hasWords ? readList(actor, filter, reach, "searched") : { items: [], next: null }
}

/** The list found in one given way, so that tests can compare the ways. */
export async function readList(
  actor: Actor,
  filter: RequestFilter,
  reach: ReachOf<"request.read">,
  form: SearchForm,
  window = WALKED,
) {
  const asked = plain(filter)
  const { statuses, sort } = asked
  const list = { names: conditionsFor(reach, asked), sort, goesOn: filter.after !== undefined }
  const shape = [form, sort, list.goesOn, ...list.names].join()
  const query = shapes.get(shape) ?? build(form, list)
  shapes.set(shape, query)
  const rows = filter.limit + 1
  const found = await query.execute({
    ...asked,
    ...parseSearch(filter),
    ...placeIn(sort, filter.after),
    status: statuses[0],
    statuses: `{${statuses.join()}}`,
    fromId: firstIdAt(filter.createdFrom, -SLACK_MS),
    untilId: firstIdAt(filter.createdTo, SLACK_MS),
    actorId: actor.id,
    externalSource: externalSourceOf(actor),
    customerIds: `{${actor.key?.customerIds ?? ""}}`,
    rows,
    window,
  })
  return toPage(found, filter.limit, (row) => cursorOf(sort, row))
}
