import { sql } from "drizzle-orm"
import type { Tx } from "@/db/client"

const LOCK = 7_461_001

/**
 * Held to the end of the transaction by whoever assigns, so that each choice sees the one before it.
 * Take it before locking any row that assignment writes, or two transactions can wait for each other.
 */
export const ASSIGNMENT_LOCK = sql`select pg_advisory_xact_lock(${sql.raw(String(LOCK))})`

export const lockAssignment = (tx: Tx) => tx.execute(ASSIGNMENT_LOCK)
