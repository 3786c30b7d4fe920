import { isAccountDeleted, isUnavailable } from "@/db/errors"
import { AppError } from "@/lib/errors"

/** What a failure means to whoever asked; nothing, when it is a bug. */
export function expectedOf(thrown: unknown): AppError | undefined {
  if (thrown instanceof AppError) return thrown
  if (isAccountDeleted(thrown)) return new AppError("unauthenticated", "This account has been deleted.")
  if (!isUnavailable(thrown)) return undefined
  const message = "The database does not answer just now. Look whether it was done before you try again."
  return new AppError("unavailable", message, { retryAfter: 2 })
}
