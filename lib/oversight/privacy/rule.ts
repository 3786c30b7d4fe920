import type { Retention } from "./retention-settings"

/** A time in the words of SQL, such as `30 days`; `soon` for what is over by itself; nothing for what is kept for good. */
export type Span = `${number} days` | `${number} months` | `${number} minutes` | "soon"

export interface Rule {
  /** How the log and the audit log call it. */
  name: string
  /** What is kept no longer, as administrators read it. */
  what: string
  outcome: "deleted" | "erased"
  after: (retention: Retention) => Span | undefined
  /** Those that read through large tables are done once a night, the others once an hour. */
  often: "hourly" | "nightly"
  /** Set where the audit log tells that it was done. */
  audited?: true
  /**
   * Does it in batches, or only counts when `dry`, and gives the rows of each batch: what is older than `span`. Whatever
   * it does is harmless when several processes do it, and when it ends midway.
   */
  apply: (span: Span, dry: boolean) => AsyncGenerator<number>
}

/** What becomes of it and when, such as `Deleted after 30 days`. */
export function spanWords({ outcome, after }: Rule, retention: Retention): string {
  const span = after(retention)
  if (!span) return "Kept permanently"
  const done = outcome.charAt(0).toUpperCase() + outcome.slice(1)
  return span === "soon" ? `${done} as soon as they expire` : `${done} after ${span.replace(/^1 (\w+)s$/, "1 $1")}`
}
