import { and, asc, eq, type SQL, sql } from "drizzle-orm"
import type { z } from "zod"
import { db } from "@/db/client"
import { prepared } from "@/db/prepared"
import { accounts, staff } from "@/db/schema/accounts"
import { OPEN_ROWS, serviceRequests } from "@/db/schema/requests"
import { dutyOf } from "@/lib/dispatch/rosters/duty-now"
import { WINDOWS } from "@/lib/dispatch/rosters/windows"
import { ABLE_TO_WORK, afterByNameSql, BY_NAME } from "@/lib/dispatch/staff/member"
import { MUST_ENROL } from "@/lib/identity/two-factor/must-enrol"
import type { Actor } from "@/lib/model/actor"
import { type Paging, toPage } from "@/lib/model/page"
import { permit } from "@/lib/model/policy"
import type { WorkingRole } from "@/lib/model/role"
import type { Teammate } from "./contract"

/**
 * Returns a page of those who can be assigned requests, by name, each with their load and oldest open request. Two
 * statements a page, which cost the same however many requests are open.
 * @throws AppError `forbidden` unless the actor may read the team.
 */
export async function getTeam(actor: Actor, { after, limit }: z.output<typeof Paging>) {
  permit(actor, "team.read")
  const { items: people, next } = toPage(await (after ? following : first).execute({ after, rows: limit + 1 }), limit)
  const rows = await oldestOf.execute({ ids: `{${people.map(({ id }) => id).join()}}` })
  const oldest = new Map(rows.map(({ accountId, ...request }) => [accountId, request]))
  const at = Date.now()
  const items: Teammate[] = people.map(({ id, name, role, open, capacity, emergencies, ...row }) => {
    const duty = dutyOf(row, at)
    return { id, name, role, duty, open, capacity, emergencies, oldest: oldest.get(id) ?? null }
  })
  return { items, next }
}

const selectPeople = (isFirst: boolean) =>
  prepared(
    (db) =>
      db
        .select({
          id: accounts.id,
          name: accounts.name,
          role: sql<WorkingRole>`${accounts.role}`,
          available: staff.available,
          open: staff.openRequests,
          emergencies: staff.openEmergencies,
          capacity: staff.capacity,
          mustEnrol: MUST_ENROL,
          ...WINDOWS,
        })
        .from(staff)
        .innerJoin(accounts, sql`${accounts.id} = ${staff.accountId}`)
        .where(and(ABLE_TO_WORK, afterByNameSql(isFirst ? undefined : sql.placeholder("after"))))
        .orderBy(...BY_NAME)
        .limit(sql.placeholder("rows")),
    { reading: true },
  )

const first = selectPeople(true)
const following = selectPeople(false)

/** Selects the oldest open request of each account. The index of open work finds the first of each priority, and the oldest is one of these. */
export function selectOldest(ids: SQL) {
  const oldest = db
    .select({ id: serviceRequests.id })
    .from(serviceRequests)
    .where(and(eq(serviceRequests.assigneeId, staff.accountId), sql`${serviceRequests.priority} = level`, OPEN_ROWS))
    .orderBy(asc(serviceRequests.id))
    .limit(1)
    .as("first")
  return db
    .selectDistinctOn([staff.accountId], {
      accountId: staff.accountId,
      id: serviceRequests.id,
      reference: serviceRequests.reference,
      title: serviceRequests.title,
      category: serviceRequests.category,
      priority: serviceRequests.priority,
      status: serviceRequests.status,
      version: serviceRequests.version,
      createdAt: serviceRequests.createdAt,
    })
    .from(staff)
    .crossJoin(sql`unnest(enum_range(null::priority)) as level`)
    .crossJoinLateral(oldest)
    .innerJoin(serviceRequests, eq(serviceRequests.id, oldest.id))
    .where(sql`${staff.accountId} = any(${ids}::uuid[])`)
    .orderBy(staff.accountId, serviceRequests.id)
}

const oldestOf = prepared(() => selectOldest(sql`${sql.placeholder("ids")}`), { reading: true })
