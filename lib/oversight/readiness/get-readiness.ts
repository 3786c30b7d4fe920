import { setTimeout as sleep } from "node:timers/promises"
import { CHECKS } from "./readiness-checks"

type Name = keyof typeof CHECKS

export interface Readiness {
  /** `degraded` serves requests all the same: what is not well can be made up for later. */
  status: "ready" | "degraded" | "unavailable"
  checks: Record<Name, string>
}

const LONGEST = 1000
/** However many ask, each check is made once in this time. */
const FRESH = 1000

let asked: { at: number; answered: Promise<Readiness> } | undefined

/**
 * Whether requests can be served, and the state of each part. It takes a second at most; concurrent callers share one
 * answer.
 */
export function getReadiness(now = performance.now()): Promise<Readiness> {
  if (!asked || now - asked.at > FRESH) asked = { at: now, answered: look() }
  return asked.answered
}

async function look(): Promise<Readiness> {
  const names = Object.keys(CHECKS) as Name[]
  const answers = await Promise.all(names.map(isFine))
  const failed = names.filter((_, i) => !answers[i])
  const isAsked = !failed.includes("database")
  const told = (name: Name) => {
    if (!failed.includes(name)) return "ok"
    return isAsked || name === "database" ? CHECKS[name].otherwise : "not known without the database"
  }
  const checks = Object.fromEntries(names.map((name) => [name, told(name)])) as Record<Name, string>
  const status = failed.some((name) => CHECKS[name].needed) ? "unavailable" : failed.length > 0 ? "degraded" : "ready"
  // A process that waits for readiness is told as soon as it is ready.
  if (status === "unavailable") asked = undefined
  return { status, checks }
}

/** A check that fails or takes longer than a second counts as not fine. */
const isFine = (name: Name): Promise<boolean> =>
  Promise.race([CHECKS[name].isFine().catch(() => false), sleep(LONGEST, false, { ref: false })])
