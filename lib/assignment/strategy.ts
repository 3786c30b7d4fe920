import { type SQL, sql } from "drizzle-orm"
import { staff } from "@/db/schema/accounts"

/** A strategy puts the eligible in order; the first is taken. */
export const STRATEGIES = {
  /** Fewest open requests, then whoever has waited longest for one. */
  "least-loaded": sql`${staff.openRequests}, ${staff.lastAssignedAt} nulls first, ${staff.accountId}`,
  random: sql`random()`,
} as const satisfies Record<string, SQL>

export type StrategyName = keyof typeof STRATEGIES
