import { setTimeout as sleep } from "node:timers/promises"
import { withoutParams } from "@/db/errors"
import { log } from "@/lib/runtime/log"
import { hasNews, makeNotifications } from "./make-notifications"

const PAUSE_MS = 1000
const LONGEST_PAUSE_MS = 8000

/** Makes notifications of events, a second after they were committed, until it is stopped. Gives a function that stops it. */
export function keepNotifying(): () => Promise<void> {
  const stopping = new AbortController()
  const ended = follow(stopping.signal)
  return async () => {
    stopping.abort()
    await ended
  }
}

async function follow(stopping: AbortSignal): Promise<void> {
  let pause = PAUSE_MS
  while (!stopping.aborted) {
    try {
      if (await hasNews()) await makeNotifications()
      pause = PAUSE_MS
    } catch (err) {
      if (pause === PAUSE_MS) log.warn({ err: withoutParams(err) }, "notifications cannot be made")
      pause = Math.min(LONGEST_PAUSE_MS, pause * 2)
    }
    await sleep(pause, undefined, { signal: stopping, ref: false }).catch(() => undefined)
  }
}
