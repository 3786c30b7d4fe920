import type { SQL } from "drizzle-orm"

/** A group of metrics that only the database knows: the statement, and how to show its rows. */
export interface Figures {
  question: SQL
  show: (rows: Record<string, unknown>[]) => void
  /** Old figures are worse than none. */
  forget: () => void
}
