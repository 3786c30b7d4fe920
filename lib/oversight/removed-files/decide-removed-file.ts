import type { Actor } from "@/lib/model/actor"
import { permit } from "@/lib/model/policy"
import type { RemovedFileToDecide } from "./contract"
import { deleteRemovedFile } from "./delete-removed-file"
import { returnRemovedFile } from "./return-removed-file"

/**
 * Gives a file in which the virus scanner was wrong back to those who see its request, or deletes one for good.
 * @throws AppError `forbidden` or `confirmation_required` by policy; `not_found` when there is no such file; `conflict` when
 * it was not removed, or is not kept any more; `unavailable` when its store cannot be reached
 */
export async function decideRemovedFile(actor: Actor, decided: RemovedFileToDecide) {
  permit(actor, "stored-file.edit")
  if (decided.decision === "return") await returnRemovedFile(actor, decided)
  else await deleteRemovedFile(actor, decided)
  return decided
}
