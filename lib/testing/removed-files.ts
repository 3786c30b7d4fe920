import { eq } from "drizzle-orm"
import { db } from "@/db/client"
import { attachments } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { quarantineFiles } from "@/lib/platform/storage/quarantine"
import { attachFiles } from "@/lib/requests/attachments/attach-files"
import { makePictures } from "@/lib/requests/pictures/make-pictures"

async function* once(content: Uint8Array) {
  yield content
}

/** A file of a request as the virus scanner leaves it when it finds something. Gives its id. */
export async function removedFile(actor: Actor, request: { id: string }, content = Buffer.from("a note")) {
  const { items } = await attachFiles(actor, request, (take) => take("found", once(content)))
  const id = items[0]?.id ?? ""
  await db
    .update(attachments)
    .set({ scan: "found", scannedAt: new Date(), threat: "Eicar-Test" })
    .where(eq(attachments.id, id))
  await makePictures({ attachmentId: id })
  await quarantineFiles([id])
  return id
}
