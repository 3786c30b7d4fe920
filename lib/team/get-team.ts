import { and, inArray, sql } from "drizzle-orm"
import type { z } from "zod"
import { reading } from "@/db/client"
import { accounts, staff } from "@/db/schema/accounts"
import { OPEN_ROWS, serviceRequests } from "@/db/schema/requests"
import { ableToWork, afterByName, BY_NAME } from "@/lib/accounts/member"
import type { WorkingRole } from "@/lib/accounts/role"
import type { Actor } from "@/lib/auth/actor"
import { MUST_ENROL } from "@/lib/auth/must-enrol"
import { type Paging, toPage } from "@/lib/http/page"
import { permit } from "@/lib/policy"
import { PRIORITIES } from "@/lib/requests/category"
import { dutyOf } from "@/lib/rosters/duty-now"
import { WINDOWS } from "@/lib/rosters/windows"
import type { Teammate, Work } from "./contract"

/** How much of somebody's work is listed; nobody looks through more. */
const MOST_LISTED = 50

/** Everybody who works on requests, by name: two statements a page. */
export async function getTeam(actor: Actor, { after, limit }: z.output<typeof Paging>) {
  permit(actor, "team.read")
  const { items: people, next } = toPage(await readPeople(after, limit + 1), limit)
  const work = await readWork(people.map(({ id }) => id))
  const at = Date.now()
  const items: Teammate[] = people.map(({ id, name, role, open, capacity, emergencies, ...row }) => {
    const theirs = (work.get(id) ?? []).sort(byUrgency)
    const oldest = theirs.reduce<Work | null>((first, it) => (first && first.id < it.id ? first : it), null)
    const duty = dutyOf(row, at)
    return { id, name, role, duty, open, capacity, emergencies, oldest, work: theirs.slice(0, MOST_LISTED) }
  })
  return { items, next }
}

const byUrgency = (a: Work, b: Work): number =>
  PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority) || (a.id < b.id ? -1 : 1)

const readPeople = (after: string | undefined, limit: number) =>
  reading
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
    .where(and(ableToWork, afterByName(after)))
    .orderBy(...BY_NAME)
    .limit(limit)

/** What is open with whom: the most urgent, and the oldest in any case. */
async function readWork(ids: string[]): Promise<Map<string, Work[]>> {
  const ranked = reading
    .select({
      assigneeId: serviceRequests.assigneeId,
      id: serviceRequests.id,
      reference: serviceRequests.reference,
      title: serviceRequests.title,
      category: serviceRequests.category,
      priority: serviceRequests.priority,
      status: serviceRequests.status,
      version: serviceRequests.version,
      createdAt: serviceRequests.createdAt,
      place: sql<number>`row_number() over (partition by ${serviceRequests.assigneeId}
        order by ${serviceRequests.priority}, ${serviceRequests.id})`.as("place"),
      age: sql<number>`row_number() over (partition by ${serviceRequests.assigneeId} order by ${serviceRequests.id})`.as(
        "age",
      ),
    })
    .from(serviceRequests)
    .where(and(inArray(serviceRequests.assigneeId, ids), OPEN_ROWS))
    .as("ranked")
  const rows = await reading.select().from(ranked).where(sql`${ranked.place} <= ${MOST_LISTED} or ${ranked.age} = 1`)
  const byPerson = new Map<string, Work[]>()
  for (const { assigneeId, place: _, age: __, ...work } of rows) {
    const theirs = byPerson.get(assigneeId ?? "") ?? []
    theirs.push(work)
    byPerson.set(assigneeId ?? "", theirs)
  }
  return byPerson
}
