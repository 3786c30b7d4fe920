import { log } from "@/lib/runtime/log"
import { getSealBacklog, type SealBacklog } from "./seal-backlog"
import { sealEntries } from "./seal-entries"

const EVERY = 5000
const MINUTE = 60_000
/** Sealing is never so late unless it does not work. */
const TOO_LATE = 10 * MINUTE

/**
 * A function to call again and again with the current backlog (undefined when it could not be read). It logs an error
 * when sealing is ten minutes late, repeats it every ten minutes, and says when sealing works again.
 */
export function watchSeals() {
  let knownAt = Date.now()
  let toldAt: number | undefined
  return (behind: SealBacklog | undefined, now = Date.now()): void => {
    if (behind) knownAt = now
    const late = behind ? behind.oldestSeconds * 1000 : now - knownAt
    if (late < TOO_LATE) {
      if (toldAt !== undefined) log.info("the audit log is sealed again")
      toldAt = undefined
    } else if (toldAt === undefined || now - toldAt >= TOO_LATE) {
      toldAt = now
      log.error({ minutes: Math.floor(late / MINUTE), entries: behind?.entries }, "the audit log is not being sealed")
    }
  }
}

/** Seals every few seconds, for as long as the process lives, and watches whether it is done, whichever process does it. */
export function keepSealing(): void {
  const seal = async () => {
    await sealEntries().catch((err: unknown) => log.warn({ err }, "the audit log was not sealed; trying again"))
    setTimeout(seal, EVERY).unref()
  }
  setTimeout(seal, EVERY).unref()
  const tell = watchSeals()
  setInterval(async () => tell(await getSealBacklog().catch(() => undefined)), MINUTE).unref()
}
