import { mkdir, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { v7 } from "uuid"
import { env } from "@/lib/env"

/** Whether files can be stored: a small one was written where uploads come in, and removed again. */
export async function isStoreWritable(): Promise<boolean> {
  const folder = join(env().ATTACHMENTS_DIR, "incoming")
  const path = join(folder, v7())
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(path, "can be written to\n", { flag: "wx" })
    return true
  } catch {
    return false
  } finally {
    await rm(path, { force: true }).catch(() => undefined)
  }
}
