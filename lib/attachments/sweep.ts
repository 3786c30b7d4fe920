import { readdir, rm, stat } from "node:fs/promises"
import { join } from "node:path"
import { inArray } from "drizzle-orm"
import { db } from "@/db/client"
import { attachments } from "@/db/schema/requests"
import { env } from "@/lib/env"

const HOUR = 3_600_000
const BATCH = 500

/** Removes files that no row names. Young ones are left alone: their rows may be on their way. */
export async function sweepFiles(olderThan = HOUR): Promise<number> {
  const root = env().ATTACHMENTS_DIR
  let removed = 0
  for (const folder of await list(root)) {
    const ids = await list(join(root, folder))
    for (let i = 0; i < ids.length; i += BATCH)
      removed += await sweepBatch(join(root, folder), ids.slice(i, i + BATCH), Date.now() - olderThan)
  }
  return removed
}

async function sweepBatch(folder: string, names: string[], before: number): Promise<number> {
  const ids = names.filter((name) => /^[0-9a-f-]{36}$/.test(name))
  const known = ids.length
    ? await db.select({ id: attachments.id }).from(attachments).where(inArray(attachments.id, ids))
    : []
  // What is still coming in has no row yet; only its age tells.
  const kept = folder.endsWith("incoming") ? new Set<string>() : new Set(known.map(({ id }) => id))
  let removed = 0
  for (const id of ids.filter((it) => !kept.has(it))) {
    const path = join(folder, id)
    const found = await stat(path).catch(() => undefined)
    if (!found || found.mtimeMs > before) continue
    await rm(path, { force: true })
    removed++
  }
  return removed
}

const list = (path: string): Promise<string[]> => readdir(path).catch(() => [])
