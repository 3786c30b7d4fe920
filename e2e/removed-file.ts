import { mkdir, rename } from "node:fs/promises"
import { dirname } from "node:path"
import { inDatabase } from "./embedded"

const STORE = ".data/e2e/attachments"

/** Does with an attached file what happens when the virus scanner finds something in it: no scanner runs here. */
export async function removeFile(id: string): Promise<void> {
  await inDatabase(
    (sql) => sql`update attachments set scan = 'found', scanned_at = now(), threat = 'Eicar-Test' where id = ${id}`,
  )
  const shelf = id.slice(-2)
  const kept = `${STORE}/quarantine/${shelf}/${id}`
  await mkdir(dirname(kept), { recursive: true })
  await rename(`${STORE}/${shelf}/${id}`, kept)
}
