import type { Retention } from "./retention-settings"

/** A time as PostgreSQL reads an interval, such as `30 days`; `soon` for rows that end by themselves. */
export type RetentionSpan = `${number} days` | `${number} months` | `${number} minutes` | `${number} hours` | "soon"

export interface RetentionRule {
  /** How the log and the audit log call it. */
  name: string
  /** The data it removes, in words for administrators. */
  what: string
  outcome: "deleted" | "erased" | "left out"
  after: (retention: Retention) => RetentionSpan | undefined
  /** Those that read through large tables are done once a night, the others once an hour. */
  often: "hourly" | "nightly"
  /** Set where the audit log tells that it was done. */
  audited?: true
  /**
   * Does it in batches, or only counts when `dry`, and gives the rows of each batch: what is older than `span`. Whatever
   * it does is harmless when several processes do it, and when it ends midway.
   */
  apply: (span: RetentionSpan, dry: boolean) => AsyncGenerator<number>
}

/** The outcome and its time in words, such as `Deleted after 30 days`. */
export function spanWords({ outcome, after }: RetentionRule, retention: Retention): string {
  const span = after(retention)
  if (!span) return "Kept permanently"
  const done = outcome.charAt(0).toUpperCase() + outcome.slice(1)
  return span === "soon" ? `${done} as soon as they expire` : `${done} after ${span.replace(/^1 (\w+)s$/, "1 $1")}`
}
