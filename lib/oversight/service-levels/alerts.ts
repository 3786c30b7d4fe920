import type { Target } from "@/lib/model/target"
import { isPending, type Reading } from "./clock-state"

/** What has been said of a request already. */
export interface Said {
  warned: readonly string[]
  breached: readonly string[]
}

export interface Verdict {
  warn: Reading[]
  breach: Reading[]
  /** When there may be something to say again, unless something happens before. */
  checkAt: number | null
}

/** What takes too long to be foreseen is looked for again by then. */
const FAR = 28 * 86_400_000

/** What there is to say at a moment that was not said before, and when to look next. */
export function judge(readings: readonly Reading[], { warned, breached }: Said, now: number): Verdict {
  const isNew = (said: readonly string[], target: Target) => !said.includes(target)
  const breach = readings.filter(({ state, target }) => state === "breached" && isNew(breached, target))
  const open = readings.filter((it) => isPending(it) && it.state !== "breached")
  const isWarning = ({ warnAt }: Reading) => warnAt !== null && warnAt <= now
  const warn = open.filter((it) => isWarning(it) && isNew(warned, it.target))
  return { warn, breach, checkAt: nextLook(open, now) }
}

function nextLook(open: readonly Reading[], now: number): number | null {
  const moments = open.flatMap(({ state, warnAt, dueAt }) => {
    if (state === "paused") return []
    return [warnAt, dueAt ?? now + FAR].filter((moment) => moment !== null && moment > now) as number[]
  })
  return moments.length > 0 ? Math.min(...moments) : null
}
