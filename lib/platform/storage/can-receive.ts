import { mkdir, rm, statfs, writeFile } from "node:fs/promises"
import { dirname } from "node:path"
import { v7 } from "uuid"
import { requestLimit } from "./file-limits"
import { incomingPathOf } from "./store-paths"

/**
 * Whether uploads can be received on this machine: its disk has space for the attachments of one request, and a small file
 * could be written and deleted.
 */
export async function canReceive(): Promise<boolean> {
  const path = incomingPathOf(v7())
  await mkdir(dirname(path), { recursive: true })
  try {
    const { bavail, bsize } = await statfs(dirname(path))
    if (bavail * bsize < requestLimit()) return false
    await writeFile(path, "can be written to\n", { flag: "wx", flush: true })
  } finally {
    await rm(path, { force: true })
  }
  return true
}
