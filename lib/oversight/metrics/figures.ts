import type { SQL } from "drizzle-orm"

/** Figures that only the database knows: what to ask it, and what to do with its answer. */
export interface Figures {
  question: SQL
  show: (rows: Record<string, unknown>[]) => void
  /** Old figures are worse than none. */
  forget: () => void
}
