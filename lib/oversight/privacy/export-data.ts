import { ReadableStream as WebStream } from "node:stream/web"
import { db } from "@/db/client"
import { takeTry } from "@/lib/identity/auth/throttle"
import { type Actor, authorOf } from "@/lib/model/actor"
import { authorize } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import { openFile } from "@/lib/platform/storage/read-file"
import { type ArchiveEntry, archiveOf, textOf } from "./archive"
import { exportedData, type NamedFile } from "./exported-data"

/**
 * A zip with everything kept about the actor, produced while it is sent.
 * @throws AppError `forbidden` unless the actor is a customer, `too_many_requests` after five exports in an hour.
 */
export async function exportData(actor: Actor) {
  authorize(actor, "account.export", { accountId: actor.id })
  await takeTry([{ key: `export:account:${actor.id}`, tries: 5, seconds: 3600 }])
  await audit(db, authorOf(actor), { action: "account.exported", subject: ["account", actor.id] })
  return {
    name: "gas-account-data.zip",
    mediaType: "application/zip",
    content: WebStream.from(archiveFor(actor.id)) as ReadableStream<Uint8Array>,
  }
}

/** Everything kept about a customer as the pieces of a zip. */
export const archiveFor = (accountId: string) => archiveOf(entriesFor(accountId))

/** First the data, which names the files; then each file it has named. */
async function* entriesFor(accountId: string): AsyncGenerator<ArchiveEntry> {
  const files: NamedFile[] = []
  const data = textOf(exportedData(accountId, (file) => files.push(file)))
  yield { path: "data.json", content: data, compress: true }
  for (const { id, path } of files) {
    const content = await openFile(id)
    // Its request was deleted while the files before it were sent.
    if (content) yield { path, content, compress: false }
  }
}
