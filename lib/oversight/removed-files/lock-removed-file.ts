import { eq } from "drizzle-orm"
import { db, type Executor, type Tx } from "@/db/client"
import { attachments } from "@/db/schema/requests"
import { AppError, changedMeanwhile } from "@/lib/model/errors"
import { lockRequest } from "@/lib/requests/lock-request"

type File = typeof attachments.$inferSelect

/** @throws AppError `not_found`; `conflict` when it was not removed */
function checkRemoved(file: File | undefined): File {
  if (!file) throw new AppError("not_found", "There is no such file.")
  if (file.scan !== "found")
    throw new AppError("conflict", "This file was not removed, or someone has decided already.")
  return file
}

/**
 * The row of a file that was removed.
 * @throws AppError `not_found`; `conflict` when it was not removed
 */
export async function readRemovedFile(id: string, from: Executor = db): Promise<File> {
  const [file] = await from.select().from(attachments).where(eq(attachments.id, id))
  return checkRemoved(file)
}

/**
 * The same, locked with its request to the end of the transaction.
 * @throws AppError as `readRemovedFile` does; `conflict` when its draft is being filed
 */
export async function lockRemovedFile(tx: Tx, id: string): Promise<File> {
  const { requestId } = await readRemovedFile(id, tx)
  if (requestId) await lockRequest(tx, requestId)
  const [locked] = await tx.select().from(attachments).where(eq(attachments.id, id)).for("update")
  const file = checkRemoved(locked)
  // Requests are locked before attachments: the one that it belongs to now is not locked, and must not be any more.
  if (file.requestId !== requestId) throw changedMeanwhile("This file")
  return file
}
