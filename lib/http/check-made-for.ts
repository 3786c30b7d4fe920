import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"

/**
 * Refuses what is sent from a page that was made for another account: somebody else has signed in in this browser since.
 * @throws AppError `forbidden`.
 */
export function checkMadeFor(accountId: FormDataEntryValue | null, actor: Actor): void {
  if (accountId && accountId !== actor.id)
    throw new AppError(
      "forbidden",
      "Nothing was sent: someone else is signed in now. Copy what you typed, then sign in as yourself.",
    )
}
