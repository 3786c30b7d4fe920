import { db } from "@/db/client"
import { readSettings } from "@/lib/oversight/settings/read-settings"
import { type Author, audit } from "@/lib/platform/audit/audit"
import { log } from "@/lib/runtime/log"
import type { RetentionRule, RetentionSpan } from "./retention-rule"
import { RETENTION_RULES } from "./retention-rules"

export interface Applied {
  rule: RetentionRule
  /** Nothing for what is kept for good as long as no time is set. */
  span: RetentionSpan | undefined
  /** How many rows it was done to, or would be. */
  rows: number
}

interface Way {
  /** Count only. */
  dry: boolean
  /** Who has it done, for the audit log. */
  author: Author
  rules?: readonly RetentionRule[]
  /** When to stop and leave the rest to the next time, in milliseconds since 1970. */
  until?: number
}

/** Applies the retention rules with the current settings and returns the number of rows for each rule. */
export async function applyRetention({
  dry,
  author,
  rules = RETENTION_RULES,
  until = Infinity,
}: Way): Promise<Applied[]> {
  const { retention } = await readSettings()
  const applied: Applied[] = []
  for (const rule of rules) {
    const span = rule.after(retention)
    let rows = 0
    try {
      if (span)
        for await (const batch of rule.apply(span, dry)) {
          rows += batch
          if (Date.now() > until) break
        }
    } finally {
      // What was done before something failed is done for good.
      if (rows > 0 && !dry) await tell(author, rule, rows)
    }
    applied.push({ rule, span, rows })
  }
  return applied
}

async function tell(author: Author, { name, audited }: RetentionRule, rows: number): Promise<void> {
  log.info({ rule: name, rows }, "expired data deleted")
  if (audited)
    await audit(db, author, {
      action: "retention.applied",
      subject: ["setting", "retention"],
      data: { rule: name, rows },
    })
}
