import { db } from "@/db/client"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { showKey } from "./key-view"

/**
 * Reads the API key that the request was made with.
 * @throws AppError `not_found` for a caller without one
 */
export async function getCurrentKey(actor: Actor) {
  if (!actor.key) throw new AppError("not_found", "You did not use an API key for this request.")
  return showKey(db, actor.key.id)
}
