import type { Actor } from "@/lib/model/actor"
import type { Priority } from "@/lib/model/category"
import { may, type Resource } from "@/lib/model/policy"
import { toldByFiles } from "@/lib/requests/attachments/told-by-file"
import type { KeptFile } from "@/lib/requests/uploads/claim-uploads"

/** What files that its customer attaches to a request add to it in words. */
export async function toldWith(
  actor: Actor,
  request: Resource & { id: string; priority: Priority },
  files: readonly KeptFile[],
) {
  const told = may(actor, "request.add-details", request) ? await toldByFiles(files) : []
  return told
    .filter(({ danger }) => request.priority === "emergency" || danger)
    .map(({ note, words, danger }) => ({ id: request.id, details: note, words, danger }))
}
