import { eq, inArray, sql } from "drizzle-orm"
import { v7 } from "uuid"
import { db, one } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { serviceRequests } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { SCOPES } from "@/lib/model/scope"

/** Actors whose lists differ in their statements. */
export type Readers = Awaited<ReturnType<typeof readers>>

const visitor = { address: "127.0.0.1", device: "A benchmark" }

async function find(email: string): Promise<Actor> {
  const found = one(
    await db
      .select()
      .from(accounts)
      .where(eq(sql`lower(${accounts.email})`, email)),
  )
  return { ...visitor, id: found.id, name: found.name, role: found.role, state: found.state, sessionId: found.id }
}

/** The roles, the people with the most, and the keys for the whole utility and for as many customers as a key can name. */
export async function readers() {
  const [customer, largest, staff, busiest] = await Promise.all([
    find("customer77@bench.test"),
    find("customer1@bench.test"),
    find("staff7@bench.test"),
    find("staff1@bench.test"),
  ])
  const many = await db
    .select({ id: accounts.id })
    .from(accounts)
    .where(
      inArray(
        accounts.email,
        [...Array(100).keys()].map((i) => `customer${i + 1}@bench.test`),
      ),
    )
  const desk = { ...visitor, id: v7(), name: "A reader", state: "active", sessionId: v7() } as const
  const key = { id: v7(), scopes: SCOPES, secretHash: "" }
  return {
    customer,
    largest,
    staff,
    busiest,
    supervisor: { ...desk, role: "supervisor" },
    administrator: { ...desk, role: "administrator" },
    utilityKey: { ...desk, role: "staff", key },
    namedKey: { ...desk, role: "customer", key: { ...key, customerIds: many.map(({ id }) => id) } },
  } satisfies Record<string, Actor>
}

/** A request in the middle of all, from which a list goes on far from its beginning, and when half of what is open is due. */
export async function middle() {
  const [found] = await db
    .select({
      id: serviceRequests.id,
      reference: serviceRequests.reference,
      priority: serviceRequests.priority,
      updatedAt: sql<string>`to_char(${serviceRequests.updatedAt} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
      dueAt: sql<string>`to_char((select percentile_disc(0.5) within group (order by due_at) from clock_checks) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    })
    .from(serviceRequests)
    .where(
      sql`${serviceRequests.reference} = (select 'GR-' || lpad(upper(to_hex(count(*) / 2)), 9, '0') from ${serviceRequests})`,
    )
  return one(found ? [found] : [])
}
