import { and, asc, desc, eq, inArray, isNull, lt, type SQL, sql } from "drizzle-orm"
import { prepared } from "@/db/client"
import { OPEN_ROWS, serviceRequests } from "@/db/schema/requests"
import type { Actor } from "@/lib/auth/actor"
import { toPage } from "@/lib/http/page"
import { permit, type Reach } from "@/lib/policy"
import type { RequestFilter } from "./contract"
import { matching, matchingRow, readSearch } from "./search"
import { assignees, customers, summary } from "./view"

const value = (name: string) => sql.placeholder(name)

const conditions = {
  own: eq(serviceRequests.customerId, value("actorId")),
  customers: sql`${serviceRequests.customerId} = any(${value("customerIds")}::uuid[])`,
  assigned: eq(serviceRequests.assigneeId, value("actorId")),
  open: OPEN_ROWS,
  status: eq(serviceRequests.status, value("status")),
  category: eq(serviceRequests.category, value("category")),
  priority: eq(serviceRequests.priority, value("priority")),
  assignee: eq(serviceRequests.assigneeId, value("assignee")),
  nobody: isNull(serviceRequests.assigneeId),
  search: inArray(serviceRequests.id, matching),
  searchAmong: matchingRow,
  after: lt(serviceRequests.id, value("afterId")),
  afterByUrgency: sql`(${serviceRequests.priority}, ${serviceRequests.id}) > (${value("afterPriority")}::priority, ${value("afterId")}::uuid)`,
} satisfies Record<string, SQL | undefined>

type Condition = keyof typeof conditions

function chosen(reach: Reach, { status, category, priority, assignee, q, after }: RequestFilter): Condition[] {
  const names = [
    reach === "any" ? undefined : reach,
    status && (status === "open" ? "open" : "status"),
    category && "category",
    priority && "priority",
    assignee && (assignee === "nobody" ? "nobody" : "assignee"),
    q ? (reach === "any" ? "search" : "searchAmong") : undefined,
    after ? (status === "open" ? "afterByUrgency" : "after") : undefined,
  ] as const
  return names.filter((name) => name !== undefined && name !== "")
}

/** Each shape of list is built once: building costs more than running. There are a few hundred at most. */
const shapes = new Map<string, ReturnType<typeof build>>()

function build(names: Condition[]) {
  const order = names.includes("open")
    ? [asc(serviceRequests.priority), asc(serviceRequests.id)]
    : [desc(serviceRequests.id)]
  return prepared(
    (db) =>
      db
        .select(summary)
        .from(serviceRequests)
        .innerJoin(customers, eq(customers.id, serviceRequests.customerId))
        .leftJoin(assignees, eq(assignees.id, serviceRequests.assigneeId))
        .where(and(...names.map((name) => conditions[name])))
        .orderBy(...order)
        .limit(value("rows")),
    { reading: true, quick: isQuick(names) },
  )
}

/** One person's own requests are few, and found by an index. */
const isQuick = (names: Condition[]) =>
  (names.includes("own") || names.includes("assigned")) && !names.includes("searchAmong")

/** Open work comes most urgent first, then oldest; any other list newest first. */
export async function listRequests(actor: Actor, filter: RequestFilter) {
  const names = chosen(permit(actor, "request.read"), filter)
  const shape = names.join()
  const query = shapes.get(shape) ?? build(names)
  shapes.set(shape, query)
  const [afterPriority, afterId] = filter.after?.split(".") ?? []
  const search = readSearch(filter.q)
  const rows = await query.execute({
    ...filter,
    ...search,
    actorId: actor.id,
    customerIds: `{${actor.key?.customerIds ?? ""}}`,
    afterPriority,
    afterId,
    rows: filter.limit + 1,
  })
  return toPage(rows, filter.limit, ({ priority, id }) => `${priority}.${id}`)
}
