import { v7 } from "uuid"
import { type Tx, transaction } from "@/db/client"
import { isDuplicate } from "@/db/errors"
import { serviceRequests } from "@/db/schema/requests"
import { assignOne, lockAssignment } from "@/lib/assignment/assign"
import type { Actor } from "@/lib/auth/actor"
import { permit } from "@/lib/policy"
import { categoryFacts } from "./category"
import type { RequestToFile } from "./contract"
import { record } from "./record"
import { newReference } from "./reference"
import { showRequest } from "./view"

export function fileRequest(actor: Actor, input: RequestToFile) {
  permit(actor, "request.file")
  return filing((tx, id) => insertRequest(tx, actor, id, input))
}

/** Files in one transaction and assigns at once. `insert` puts the request there under the given id. */
export async function filing(insert: (tx: Tx, id: string) => Promise<unknown>) {
  try {
    return await transaction(async (tx) => {
      const id = v7()
      await insert(tx, id)
      // The lock comes last, so that filings queue for as short a time as they can.
      await lockAssignment(tx)
      await assignOne(tx, id)
      return showRequest(tx, id)
    })
  } catch (thrown) {
    // References are drawn at random; one that is taken is drawn again.
    if (isDuplicate(thrown, "service_requests_reference_unique")) return filing(insert)
    throw thrown
  }
}

/** Inserts a pending request with its first event. */
export function insertRequest(tx: Tx, actor: Actor, id: string, input: RequestToFile) {
  const { priority } = categoryFacts(input.category)
  return Promise.all([
    tx.insert(serviceRequests).values({ ...input, id, priority, reference: newReference(), customerId: actor.id }),
    record(tx, actor, id, "filed", { category: input.category, priority }),
  ])
}
