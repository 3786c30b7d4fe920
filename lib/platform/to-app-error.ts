import { isAccountDeleted, isBusy, isCutOff, isUnavailable } from "@/db/errors"
import { AppError } from "@/lib/model/errors"

/** Seconds after which the database is usually back or less busy. */
const SOON = 2

/**
 * Turns anything thrown into the expected failure that the client is told: an AppError as it is, and failures of the
 * database as `unauthenticated` or `unavailable`. Returns nothing for a bug, of which the client is told only an id.
 */
export function toAppError(thrown: unknown): AppError | undefined {
  if (thrown instanceof AppError) return thrown
  if (isAccountDeleted(thrown)) return new AppError("unauthenticated", "This account has been deleted.")
  if (isCutOff(thrown))
    return new AppError("unavailable", "This search took too long. Narrow your search and try again.")
  if (isBusy(thrown)) return later("The service is busy. Try again in a few seconds.")
  if (isUnavailable(thrown))
    return later("The database is not responding. Check whether your change was saved, then try again.")
  return undefined
}

const later = (message: string) => new AppError("unavailable", message, { retryAfter: SOON })
