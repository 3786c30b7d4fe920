/** The database could not be reached or did not answer. Whether a write without an answer was committed is not known. */
export class DatabaseUnavailable extends Error {
  override name = "DatabaseUnavailable"
  /** SQLSTATE of a connection failure. Test for the code and not the class: Next loads several copies of this module. */
  readonly code = "08006"
}

/** Every connection was in use for too long. Nothing was sent, so nothing was changed. */
export class DatabaseBusy extends Error {
  override name = "DatabaseBusy"
  /** SQLSTATE of too many connections. */
  readonly code = "53300"
  override message = "Every connection to the database is busy."
}

/** The server cancelled a read for a list or a search because it took too long. */
export class CutOff extends Error {
  override name = "CutOff"
  readonly code = "GU002"
  override message = "A read took too long and was cut off."
}

/** Finds the SQLSTATE of a failure. Drizzle wraps the driver's errors, so it is on an inner one. */
export function sqlState(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string") return cause.code
  }
  return undefined
}

const UNIQUE_VIOLATION = "23505"

/** Whether a row violated this unique constraint, or any if none is named. */
export function isDuplicate(error: unknown, constraint?: string): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (!("code" in cause) || cause.code !== UNIQUE_VIOLATION) continue
    return constraint === undefined || ("constraint_name" in cause && cause.constraint_name === constraint)
  }
  return false
}

const ACCOUNT_DELETED = "GU001"

/** Whether a trigger has refused a row for somebody who deleted their account meanwhile. */
export const isAccountDeleted = (error: unknown): boolean => sqlState(error) === ACCOUNT_DELETED

/** Whether a list or search was cut off. A narrower one would help; nothing is wrong with the database. */
export const isCutOff = (error: unknown): boolean => sqlState(error) === "GU002"

/** Whether no connection became free in time. Nothing was sent. */
export const isBusy = (error: unknown): boolean => sqlState(error) === "53300"

/** SQLSTATEs for connections (08), resources (53), shutdown (57P), time run out, and the socket's own words. */
const UNAVAILABLE = /^(08|53|57P0|57014|55P03|25P03|ECONN|ENOTFOUND|EPIPE|CONNECT)/

/** Whether the database could not be reached, refused or did not answer, so that another try may succeed. */
export function isUnavailable(error: unknown): boolean {
  return UNAVAILABLE.test(sqlState(error) ?? "")
}

/** Replaces an error whose message has the values of a statement: they are personal data, and Next prints what a page throws. */
export function withoutParams(error: unknown): unknown {
  if (!(error instanceof Error) || !error.message.includes("\nparams: ")) return error
  return new Error(error.message.split("\nparams: ")[0], { cause: sqlState(error) })
}
