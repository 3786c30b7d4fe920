import { and, asc, eq, ne, sql } from "drizzle-orm"
import { db } from "@/db/client"
import { accounts, staff } from "@/db/schema/accounts"
import { ABLE_TO_WORK } from "@/lib/dispatch/staff/member"
import type { Actor } from "@/lib/model/actor"
import { authorize } from "@/lib/model/policy"
import { seeRequest } from "@/lib/requests/get-request"

const MOST = 500

/**
 * Everybody who can be proposed for a request, by name: those who work here and do not have it.
 * @throws AppError `not_found` or `forbidden` by policy
 */
export async function listColleagues(actor: Actor, { id }: { id: string }) {
  const request = await seeRequest(actor, { id })
  authorize(actor, "request.propose", request)
  const hasNot = request.assigneeId === null ? undefined : ne(accounts.id, request.assigneeId)
  const items = await db
    .select({ id: accounts.id, name: accounts.name })
    .from(staff)
    .innerJoin(accounts, eq(accounts.id, staff.accountId))
    .where(and(ABLE_TO_WORK, hasNot))
    .orderBy(asc(sql`lower(${accounts.name})`), asc(accounts.id))
    .limit(MOST)
  return { items }
}
