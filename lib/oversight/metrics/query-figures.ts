import { type SQL, sql } from "drizzle-orm"
import { atomically } from "@/db/client"
import { wholeNumberSql } from "@/db/whole-number-sql"

const LONGEST = sql`set local statement_timeout = 1000`

/** No figure costs more than counting so far: "10,000" says enough. */
const MOST = 10_000

/** A statement that counts rows up to 10,000, which bounds its cost. */
export const countSql = (rows: SQL): SQL =>
  sql`select count(*)::int as value from (select ${rows} limit ${wholeNumberSql(MOST)}) counted`

/** The answers to several cheap statements in one round trip, which the server ends after a second. */
export async function queryFigures(questions: SQL[]): Promise<Record<string, unknown>[][]> {
  const [, ...answers] = await atomically(LONGEST, ...questions)
  return answers
}
