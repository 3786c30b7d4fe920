import { type SQL, sql } from "drizzle-orm"

/**
 * A number spelled out in the text of a statement instead of sent beside it, where the plan has to know how few rows are
 * asked for. Throws when it is not whole.
 */
export function wholeNumberSql(value: number): SQL {
  if (!Number.isSafeInteger(value)) throw new Error(`${value} is no whole number.`)
  return sql.raw(String(value))
}
