import { type SQL, sql } from "drizzle-orm"

/**
 * Writes a number into the text of a statement instead of sending it as a parameter, so that the planner knows how few rows
 * a limit asks for.
 * @throws Error when it is not whole
 */
export function wholeNumberSql(value: number): SQL {
  if (!Number.isSafeInteger(value)) throw new Error(`${value} is no whole number.`)
  return sql.raw(String(value))
}
