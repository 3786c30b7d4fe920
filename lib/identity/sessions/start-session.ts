import { sql } from "drizzle-orm"
import { v7 } from "uuid"
import { db, type Executor, one } from "@/db/client"
import { sessions } from "@/db/schema/sessions"
import type { Visitor } from "@/lib/model/actor"
import type { Role } from "@/lib/model/role"
import { LIFETIME } from "./session-lifetime"

/** Inserts a session of an account and returns its row. Verbs that sign somebody in call `beginSession` instead. */
export async function startSession(
  account: { id: string; role: Role },
  kind: "browser" | "api",
  visitor: Visitor,
  executor: Executor = db,
  id = v7(),
) {
  const expiresAt = new Date(Date.now() + LIFETIME[account.role])
  const { address, device } = visitor
  // Whoever signs in has just shown who they are.
  const session = { id, accountId: account.id, kind, address, device, expiresAt, confirmedAt: sql`now()` }
  return one(await executor.insert(sessions).values(session).returning())
}
