import { asc, desc, eq, type SQL, sql } from "drizzle-orm"
import { prepared } from "@/db/client"
import { serviceRequests } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { toPage } from "@/lib/model/page"
import { permit, type Reach } from "@/lib/model/policy"
import type { RequestFilter } from "./contract"
import { type Condition, inOrder, value } from "./ordered-ids"
import { areCommon, found, readSearch, walked, windowFor, wordsOf } from "./search-requests"
import { assignees, customers, summary } from "./select-requests"

function chosen(reach: Reach, { status, category, priority, assignee, after }: RequestFilter): Condition[] {
  const names = [
    reach === "any" ? undefined : reach,
    status && (status === "open" ? "open" : "status"),
    category && "category",
    priority && "priority",
    assignee && (assignee === "nobody" ? "nobody" : "assignee"),
    after ? (status === "open" ? "afterByUrgency" : "after") : undefined,
  ] as const
  return names.filter((name) => name !== undefined && name !== "")
}

/** How the ids of a page are found; each gives the same. */
const FORMS = {
  all: (names: readonly Condition[]) => inOrder(names, sql`${value("rows")}`),
  found,
  walked,
} satisfies Record<string, (names: readonly Condition[]) => SQL>
export type Form = keyof typeof FORMS

/** Each shape of list is built once: building costs more than running. There are a few hundred at most. */
const shapes = new Map<string, ReturnType<typeof build>>()

/** Only the page's own rows are joined with their people. */
function build(form: Form, names: Condition[]) {
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
        .where(sql`${serviceRequests.id} = any(array(select id from (${FORMS[form](names)}) page))`)
        .orderBy(...order),
    { reading: true, quick: isQuick(form, names) },
  )
}

/** One person's own requests are few, and found by an index. */
const isQuick = (form: Form, names: Condition[]) =>
  form === "all" && (names.includes("own") || names.includes("assigned"))

/** Open work comes most urgent first, then oldest; any other list newest first. */
export async function listRequests(actor: Actor, filter: RequestFilter) {
  const reach = permit(actor, "request.read")
  return readList(actor, filter, reach, await formFor(reach, filter))
}

/** One person's requests are few, unless they are one of very few people. */
async function formFor(reach: Reach, { q }: RequestFilter): Promise<Form> {
  if (!q) return "all"
  return reach !== "any" || (await areCommon(wordsOf(q))) ? "walked" : "found"
}

/** The list by one way of finding it, for tests that compare them. */
export async function readList(actor: Actor, filter: RequestFilter, reach: Reach, form: Form) {
  const names = chosen(reach, filter)
  const shape = `${form}:${names.join()}`
  const query = shapes.get(shape) ?? build(form, names)
  shapes.set(shape, query)
  const [afterPriority, afterId] = filter.after?.split(".") ?? []
  const rows = filter.limit + 1
  const found = await query.execute({
    ...filter,
    ...readSearch(filter.q),
    actorId: actor.id,
    customerIds: `{${actor.key?.customerIds ?? ""}}`,
    afterPriority,
    afterId,
    rows,
    window: windowFor(rows),
  })
  return toPage(found, filter.limit, ({ priority, id }) => `${priority}.${id}`)
}
