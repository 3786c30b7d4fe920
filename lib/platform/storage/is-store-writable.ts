import { setTimeout as sleep } from "node:timers/promises"
import { currentHome } from "./homes"
import { isStoreOurs } from "./ownership"

const LONGEST = 1000

let trying: Promise<boolean> | undefined

/**
 * Whether files can be stored: the home of new files belongs to this database, and one could be written, all within a
 * second. While a try hangs, such as on a file server that is gone, callers share it instead of beginning another.
 */
export function isStoreWritable(): Promise<boolean> {
  trying ??= tryOut()
    .catch(() => false)
    .finally(() => {
      trying = undefined
    })
  return Promise.race([trying, sleep(LONGEST, false, { ref: false })])
}

async function tryOut(): Promise<boolean> {
  const home = currentHome()
  return (await isStoreOurs(home)) && (await home.canWrite())
}
