import { transaction } from "@/db/client"
import type { Actor } from "@/lib/model/actor"
import { attachFiles, placeOnRequest, type Within } from "@/lib/requests/attachments/attach-files"
import type { Upload } from "@/lib/requests/attachments/store-upload"
import { seeRequest } from "@/lib/requests/get-request"
import type { KeptFile } from "@/lib/requests/uploads/claim-uploads"
import { assigning } from "./assignment/assign-queue"
import { tellEmergency } from "./conversation/tell-emergency"
import { tellRequest } from "./conversation/tell-request"
import { toldWith } from "./conversation/told-with"

/**
 * Attaches files to a request as `attachFiles` does and throws as it does. What their names, or the beginnings of those that
 * are text, tell of a danger is as if the customer had added it in words.
 */
export const attachToRequest = (actor: Actor, { id }: { id: string }, upload: Upload) =>
  attachFiles(actor, { id }, upload, tellingOf(actor))

/**
 * Attaches files that are stored already to a request, as `attachToRequest` does.
 * @throws AppError as `attachFiles` does
 */
export async function attachKept(actor: Actor, id: string, files: readonly KeptFile[]) {
  const request = await seeRequest(actor, { id })
  return tellingOf(actor)(request, files, async (tx) => ({ items: await placeOnRequest(tx, actor, id, files) }))
}

const tellingOf =
  (actor: Actor): Within =>
  async (request, files, attach) => {
    const added = await toldWith(actor, request, files)
    if (added.length === 0) return transaction(attach)
    if (request.priority !== "emergency")
      return transaction(async (tx) => {
        const attached = await attach(tx)
        for (const one of added) await tellRequest(tx, actor, one)
        return attached
      })
    return assigning(async (tx) => {
      const attached = await attach(tx)
      for (const one of added) await tellEmergency(tx, actor, one)
      return attached
    })
  }
