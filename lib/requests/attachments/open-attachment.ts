import { eq } from "drizzle-orm"
import { db } from "@/db/client"
import { attachments } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import type { FileHome } from "@/lib/model/attachment"
import { AppError } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { savedName } from "@/lib/model/saved-name"
import type { ByteRange } from "@/lib/platform/storage/home"
import { homeNamed } from "@/lib/platform/storage/homes"
import { isReadable, readFile } from "@/lib/platform/storage/read-file"
import { seeRequest } from "@/lib/requests/get-request"
import { givenInstead } from "@/lib/requests/pictures/given-instead"
import { log } from "@/lib/runtime/log"
import { checkScanned } from "./check-scanned"

/**
 * An attachment with its content as a stream, for those who may read its request or own its draft; with an address where
 * it can be fetched from a store that has one. Of photos that others sent, customers and keys get the copy without what the
 * camera wrote.
 * @throws AppError as `seeAttachment` does; `unavailable` when its file is missing or cannot be read, or its copy is still
 * being made; `forbidden` when no copy can be made.
 */
export async function openAttachment(actor: Actor, { id }: { id: string }) {
  const owned = await seeAttachment(actor, id)
  const given = { ...owned, ...(await givenInstead(actor, owned)) }
  const name = savedName(given.name, given.mediaType)
  const address = await homeNamed(given.home).addressOf(given.id, { ...given, name })
  const content = address ? readFile(given.id, given.home) : await readKeptFile(given)
  // The content of a file never changes, so its id names it.
  const parts = { tag: `"${given.id}"`, open: (part: ByteRange) => readFile(given.id, given.home, part) }
  return { ...given, name, address, content, parts }
}

/**
 * The row of an attachment, and to whom it belongs. Whatever is shown of it is asked for here.
 * @throws AppError `not_found` when it does not exist or may not be seen; `conflict` when it was not scanned yet or something
 * was found in it
 */
export async function seeAttachment(actor: Actor, id: string) {
  const [found] = await db.select().from(attachments).where(eq(attachments.id, id))
  const file = found?.requestId || found?.uploadedBy === actor.id ? found : undefined
  const request = file?.requestId ? await seeRequest(actor, { id: file.requestId }) : undefined
  const owned = file && {
    ...file,
    customerId: request?.customerId ?? actor.id,
    assigneeId: request?.assigneeId,
    openTo: request?.openTo,
  }
  authorize(actor, "request.read", owned)
  checkScanned(owned)
  return owned
}

/** @throws AppError `unavailable` when the file is missing or cannot be read */
export async function readKeptFile({ id, home }: { id: string; home: FileHome }): Promise<ReadableStream<Uint8Array>> {
  if (await isReadable(id, home)) return readFile(id, home)
  log.error({ attachment: id }, "the file of an attachment is missing or cannot be read: npm run files:check")
  throw new AppError("unavailable", "We cannot open this file at the moment. Try again later, or contact us.")
}

/** The same, always through this process: a page shows what it has read itself, and reads from no other address. */
export async function readAttachment(actor: Actor, which: { id: string }) {
  return { ...(await openAttachment(actor, which)), address: undefined }
}
