import { sql } from "drizzle-orm"
import type { Tx } from "@/db/client"

const LOCK = 7_461_001

/** Takes the assignment lock to the end of the transaction, for statements that are sent together. */
export const ASSIGNMENT_LOCK = sql`select pg_advisory_xact_lock(${sql.raw(String(LOCK))})`

declare const holdsAssignmentLock: unique symbol

/** A transaction that holds the assignment lock. Only `lockAssignment` makes one. */
export type AssignmentTx = Tx & { readonly [holdsAssignmentLock]: true }

/**
 * Takes the assignment lock, so that each choice of a candidate sees the one before it, and returns the transaction as
 * one that holds it. Take it before locking any row that assignment writes, or two transactions can wait for each other.
 */
export async function lockAssignment(tx: Tx): Promise<AssignmentTx> {
  await tx.execute(ASSIGNMENT_LOCK)
  return tx as AssignmentTx
}
