import { mkdir, rm, writeFile } from "node:fs/promises"
import { dirname } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { v7 } from "uuid"
import { incomingPathOf } from "./layout"
import { isStoreOurs } from "./ownership"

const LONGEST = 1000

let trying: Promise<boolean> | undefined

/**
 * Whether files can be stored: the store belongs to this database, and a small file was written there and removed again
 * within a second. While a try hangs, as with a file server that is gone, nobody begins another.
 */
export function isStoreWritable(): Promise<boolean> {
  trying ??= write()
    .catch(() => false)
    .finally(() => {
      trying = undefined
    })
  return Promise.race([trying, sleep(LONGEST, false, { ref: false })])
}

async function write(): Promise<boolean> {
  if (!(await isStoreOurs())) return false
  const path = incomingPathOf(v7())
  await mkdir(dirname(path), { recursive: true })
  try {
    await writeFile(path, "can be written to\n", { flag: "wx", flush: true })
  } finally {
    await rm(path, { force: true })
  }
  return true
}
