import { type SQL, sql } from "drizzle-orm"
import { atomically } from "@/db/client"
import { wholeNumber } from "@/db/whole-number"

const LONGEST = sql`set local statement_timeout = 1000`

/** No figure costs more than counting so far: whoever is told "10,000" knows enough. */
const MOST = 10_000

/** A statement that counts the rows of another, up to a bound. */
export const countOf = (rows: SQL): SQL =>
  sql`select count(*)::int as value from (select ${rows} limit ${wholeNumber(MOST)}) counted`

/** Answers to cheap questions, asked in one journey that the server ends after a second. */
export async function askDatabase(questions: SQL[]): Promise<Record<string, unknown>[][]> {
  const [, ...answers] = await atomically(LONGEST, ...questions)
  return answers
}
