import { mkdir, rm, statfs, writeFile } from "node:fs/promises"
import { dirname } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { v7 } from "uuid"
import { MAX_ATTACHMENT_BYTES, MAX_ATTACHMENTS } from "@/lib/model/attachment"
import { isStoreOurs } from "./ownership"
import { incomingPathOf } from "./store-paths"

const LONGEST = 1000

let trying: Promise<boolean> | undefined

/**
 * Whether files can be stored: the store belongs to this database, has space for the attachments of one request, and a
 * small file could be written and deleted, all within a second. While a try hangs, such as on a file server that is gone,
 * callers share it instead of beginning another.
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
    const { bavail, bsize } = await statfs(dirname(path))
    if (bavail * bsize < MAX_ATTACHMENTS * MAX_ATTACHMENT_BYTES) return false
    await writeFile(path, "can be written to\n", { flag: "wx", flush: true })
  } finally {
    await rm(path, { force: true })
  }
  return true
}
