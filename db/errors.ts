/** The database could not be asked, or never answered. Whether an unanswered write happened is not known. */
export class DatabaseUnavailable extends Error {
  override name = "DatabaseUnavailable"
  /** SQLSTATE of a connection failure. The code tells it, not the class, which each module graph has its own of. */
  readonly code = "08006"
}

/** Every connection is in use; nothing was sent, so nothing happened. */
export class DatabaseBusy extends Error {
  override name = "DatabaseBusy"
  /** SQLSTATE of too many connections. */
  readonly code = "53300"
  override message = "Every connection to the database is busy."
}

/** A read for a list or a search took too long and was cancelled by the server. */
export class CutOff extends Error {
  override name = "CutOff"
  readonly code = "GU002"
  override message = "A read took too long and was cut off."
}

/** Drizzle wraps what the driver throws; the SQLSTATE is on the innermost error. */
export function sqlState(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string") return cause.code
  }
  return undefined
}

const UNIQUE_VIOLATION = "23505"

/** A row broke this unique constraint, or any when none is named. */
export function isDuplicate(error: unknown, constraint?: string): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (!("code" in cause) || cause.code !== UNIQUE_VIOLATION) continue
    return constraint === undefined || ("constraint_name" in cause && cause.constraint_name === constraint)
  }
  return false
}

const ACCOUNT_DELETED = "GU001"

/** A row was written for somebody who has deleted their account; a trigger refuses that. */
export const isAccountDeleted = (error: unknown): boolean => sqlState(error) === ACCOUNT_DELETED

/** A list or search was cut off: less to look through would help, and nothing is wrong with the database. */
export const isCutOff = (error: unknown): boolean => sqlState(error) === "GU002"

/** Refused before anything was sent. */
export const isBusy = (error: unknown): boolean => sqlState(error) === "53300"

/** SQLSTATEs for connections (08), resources (53), shutdown (57P), time run out, and the socket's own words. */
const UNAVAILABLE = /^(08|53|57P0|57014|55P03|25P03|ECONN|ENOTFOUND|EPIPE|CONNECT)/

export function isUnavailable(error: unknown): boolean {
  return UNAVAILABLE.test(sqlState(error) ?? "")
}

/** Drizzle puts people's data into the message of a failed statement, and the framework prints what a page throws. */
export function withoutParams(error: unknown): unknown {
  if (!(error instanceof Error) || !error.message.includes("\nparams: ")) return error
  return new Error(error.message.split("\nparams: ")[0], { cause: sqlState(error) })
}
