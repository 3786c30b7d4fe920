import { applyRetention } from "./apply-retention"
import { RULES } from "./retention-rules"

const LONGEST = 120_000

/** When least is going on, in UTC. */
const NIGHT = 2

/** The job that does it once an hour, and at night what takes longer. What is left over is done the next time. */
export async function applyRetentionNow(_payload: object, now = new Date()): Promise<void> {
  const rules = RULES.filter(({ often }) => often === "hourly" || now.getUTCHours() === NIGHT)
  await applyRetention({ dry: false, author: { address: "job" }, rules, until: Date.now() + LONGEST })
}
