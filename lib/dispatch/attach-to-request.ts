import { transaction } from "@/db/client"
import type { Actor } from "@/lib/model/actor"
import { may } from "@/lib/model/policy"
import { attachFiles } from "@/lib/requests/attachments/attach-files"
import type { Upload } from "@/lib/requests/attachments/store-upload"
import { toldByFiles } from "@/lib/requests/attachments/told-by-file"
import { tellEmergency, tellRequest } from "./add-details"
import { assigning } from "./assignment/assign-queue"

/**
 * Attaches files to a request as `attachFiles` does and throws as it does. What their names, or the beginnings of those that
 * are text, tell of a danger is as if the customer had added it in words.
 */
export const attachToRequest = (actor: Actor, { id }: { id: string }, upload: Upload) =>
  attachFiles(actor, { id }, upload, async (request, files, attach) => {
    const isEmergency = request.priority === "emergency"
    const told = may(actor, "request.add-details", request) ? await toldByFiles(files) : []
    const telling = told.filter(({ danger }) => isEmergency || danger)
    const added = telling.map(({ note, words, danger }) => ({ id, details: note, words, danger }))
    if (added.length === 0) return transaction(attach)
    if (!isEmergency)
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
  })
