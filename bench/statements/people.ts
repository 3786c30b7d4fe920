import { desc, eq, type SQL, sql } from "drizzle-orm"
import { v7 } from "uuid"
import { db, one } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { serviceRequests } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import type { Role } from "@/lib/model/role"
import { SCOPES } from "@/lib/model/scope"

/** Actors whose lists differ in their statements. */
export type Readers = Awaited<ReturnType<typeof readers>>

const visitor = { address: "127.0.0.1", device: "A benchmark" }

/** Those of a role in the order in which they were made, from one on. */
async function find(role: Role, from: number, many = 1): Promise<Actor[]> {
  // The filled table has them backwards.
  const found = await db
    .select()
    .from(accounts)
    .where(eq(accounts.role, role))
    .orderBy(desc(accounts.id))
    .limit(many)
    .offset(from - 1)
  return found.map(({ id, name, role, state }) => ({ ...visitor, id, name, role, state, sessionId: id }))
}

/** The roles, the people with the most, and the keys for the whole utility and for as many customers as a key can name. */
export async function readers() {
  const [customer, many, staff, busiest, supervisor] = await Promise.all([
    find("customer", 77).then(one),
    find("customer", 1, 100),
    find("staff", 7).then(one),
    find("staff", 1).then(one),
    find("supervisor", 1).then(one),
  ])
  const [largest = customer] = many
  const desk = { ...visitor, id: v7(), name: "A reader", state: "active", sessionId: v7() } as const
  const key = { id: v7(), scopes: SCOPES, secretHash: "" }
  return {
    customer,
    largest,
    staff,
    busiest,
    supervisor,
    administrator: { ...desk, role: "administrator" },
    utilityKey: { ...desk, role: "staff", key },
    namedKey: { ...desk, role: "customer", key: { ...key, customerIds: many.map(({ id }) => id) } },
  } satisfies Record<string, Actor>
}

const endOf = (order: SQL) =>
  sql`(select uuid_extract_timestamp(id) from ${serviceRequests} order by id ${order} limit 1)`

/** The id of a request in the middle of all, which were filed one a minute: counting a million takes seconds. */
export const MIDDLE = sql`(
  select id from ${serviceRequests} where id >= (select uuidv7(
    ${endOf(sql`asc`)} + (${endOf(sql`desc`)} - ${endOf(sql`asc`)}) / 2 - clock_timestamp())) order by id limit 1)`

/** A request in the middle of all, from which a list goes on far from its beginning, and when half of what is open is due. */
export async function middle() {
  const [found] = await db
    .select({
      id: serviceRequests.id,
      reference: serviceRequests.reference,
      premisesId: serviceRequests.premisesId,
      priority: serviceRequests.priority,
      updatedAt: sql<string>`to_char(${serviceRequests.updatedAt} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
      dueAt: sql<string>`to_char((select percentile_disc(0.5) within group (order by due_at) from clock_checks) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    })
    .from(serviceRequests)
    .where(sql`${serviceRequests.id} = ${MIDDLE}`)
  return one(found ? [found] : [])
}

/** The requests that were filed last. */
export const newest = (many: number) =>
  db
    .select({ id: serviceRequests.id, premisesId: serviceRequests.premisesId })
    .from(serviceRequests)
    .orderBy(desc(serviceRequests.id))
    .limit(many)
