/** The database could not be asked, or never answered. Whether an unanswered write happened is not known. */
export class DatabaseUnavailable extends Error {
  override name = "DatabaseUnavailable"
}

/** Drizzle wraps what the driver throws; the SQLSTATE is on the innermost error. */
export function sqlState(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string") return cause.code
  }
  return undefined
}

/** The name of the constraint an insert or update broke. */
export function brokenConstraint(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("constraint_name" in cause && typeof cause.constraint_name === "string") return cause.constraint_name
  }
  return undefined
}

/** SQLSTATE classes for connections (08), resources (53), shutdown and start-up (57P), and the socket's own words. */
const UNAVAILABLE = /^(08|53|57P0|ECONN|ENOTFOUND|EPIPE|CONNECT)/

export function isUnavailable(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof DatabaseUnavailable) return true
  }
  return UNAVAILABLE.test(sqlState(error) ?? "")
}
