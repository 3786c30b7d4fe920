import { type SQL, sql } from "drizzle-orm"
import { reading } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { OPEN_ROWS, serviceRequests } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import type { NamedPerson } from "@/lib/model/person"
import { may } from "@/lib/model/policy"
import type { CallerRequest } from "./contract"

type Row = Omit<CallerRequest, "createdAt" | "readable"> & { customerId: string; createdAt: string }

const COLUMNS = sql`id, reference, title, priority, status, customer_id, assignee_id, created_at`

/** The latest of these rows of one customer; open and all are each read in the order of an index. */
const latestSql = (which: SQL, most: number) => sql`(
  select ${COLUMNS}, (${OPEN_ROWS}) as open from ${serviceRequests} where customer_id = who and ${which}
  order by id desc limit ${most})`

/** The latest requests of each of these customers, open ones first, and whether the actor may read each. */
export async function latestRequests(actor: Actor, customerIds: readonly string[], most: number) {
  const rows = await reading.execute<Row>(sql`
    select r.id, r.reference, r.title, r.priority, r.status, r.customer_id as "customerId",
      case when a.id is not null then jsonb_build_object('id', a.id, 'name', a.name) end as assignee,
      to_json(r.created_at) #>> '{}' as "createdAt"
    from unnest(${`{${customerIds.join()}}`}::uuid[]) who cross join lateral (
      select * from (select * from ${latestSql(OPEN_ROWS, most)} open_ones
        union select * from ${latestSql(sql`true`, most)} all_ones) both_kinds
      order by open desc, id desc limit ${most}) r
    left join ${accounts} a on a.id = r.assignee_id
    order by r.open desc, r.id desc`)
  const requests = rows.map((row) => ({ ...row, createdAt: new Date(row.createdAt), readable: isReadable(actor, row) }))
  return new Map(customerIds.map((id) => [id, requests.filter(({ customerId }) => customerId === id)]))
}

const isReadable = (actor: Actor, { customerId, assignee }: { customerId: string; assignee: NamedPerson | null }) =>
  may(actor, "request.read", { customerId, assigneeId: assignee?.id ?? null })
