import type { Actor } from "@/lib/model/actor"
import { findRequest } from "@/lib/requests/get-request"
import { authorizeNote } from "./may-leave-note"

/**
 * What whoever leaves a note on a request is told of it, whoever works on it.
 * @throws AppError `not_found` or `forbidden` by policy
 */
export async function getNoteTarget(actor: Actor, { id }: { id: string }) {
  const request = await findRequest(id)
  authorizeNote(actor, request)
  const { reference, title, assignee, customer } = request
  return { reference, title, assignee, customer: { id: customer.id, name: customer.name } }
}
