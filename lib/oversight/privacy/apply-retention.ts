import { db } from "@/db/client"
import { readSettings } from "@/lib/oversight/settings/read"
import { type Author, audit } from "@/lib/platform/audit/audit"
import { log } from "@/lib/runtime/log"
import { RULES } from "./retention"
import type { Rule, Span } from "./rule"

export interface Applied {
  rule: Rule
  /** Nothing for what is kept for good as long as no time is set. */
  span: Span | undefined
  /** How many rows it was done to, or would be. */
  rows: number
}

interface Way {
  /** Count only. */
  dry: boolean
  /** Who has it done, for the audit log. */
  author: Author
  rules?: readonly Rule[]
  /** When to stop and leave the rest to the next time, in milliseconds since 1970. */
  until?: number
}

/** Applies the rules of retention, by the settings as they are now, and gives what came of each. */
export async function applyRetention({ dry, author, rules = RULES, until = Infinity }: Way): Promise<Applied[]> {
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

async function tell(author: Author, { name, audited }: Rule, rows: number): Promise<void> {
  log.info({ rule: name, rows }, "expired data deleted")
  if (audited)
    await audit(db, author, {
      action: "retention.applied",
      subject: ["setting", "retention"],
      data: { rule: name, rows },
    })
}

const LONGEST = 120_000
/** When least is going on, in UTC. */
const NIGHT = 2

/** The job that does it once an hour, and at night what takes longer. What is left over is done the next time. */
export async function applyRetentionNow(_payload: object, now = new Date()): Promise<void> {
  const rules = RULES.filter(({ often }) => often === "hourly" || now.getUTCHours() === NIGHT)
  await applyRetention({ dry: false, author: { address: "job" }, rules, until: Date.now() + LONGEST })
}
