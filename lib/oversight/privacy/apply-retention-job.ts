import { applyRetention } from "./apply-retention"
import { RETENTION_RULES } from "./retention-rules"

const LONGEST = 120_000

/** The UTC hour of the expensive rules, when least is going on. */
const NIGHT = 2

/**
 * The hourly job. The expensive rules run at night only; whatever does not fit into two minutes is left to the next
 * run.
 */
export async function applyRetentionNow(_payload: object, now = new Date()): Promise<void> {
  const rules = RETENTION_RULES.filter(({ often }) => often === "hourly" || now.getUTCHours() === NIGHT)
  await applyRetention({ dry: false, author: { address: "job" }, rules, until: Date.now() + LONGEST })
}
