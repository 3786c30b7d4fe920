import { sql } from "drizzle-orm"
import { transaction } from "@/db/client"
import { Connection } from "@/db/connection"

/** A statement as it was sent. */
export interface SentStatement {
  text: string
  params: readonly unknown[]
  /** How long its answer took. */
  milliseconds: number
}

/** The buffers and rows that a statement read, from memory or disk. */
export interface Read {
  /** Pages of tables and indexes. */
  pages: number
  /** Rows of tables and entries of indexes, also those that did not fit. */
  rows: number
}

interface Plan {
  "Shared Hit Blocks": number
  "Shared Read Blocks": number
  "Actual Rows": number
  "Actual Loops": number
  "Rows Removed by Filter"?: number
  "Rows Removed by Index Recheck"?: number
  Plans?: Plan[]
}

/** The statements that this process sends to the database while `work` is done. */
export async function sentDuring(work: () => Promise<unknown>): Promise<SentStatement[]> {
  const sent: SentStatement[] = []
  const run = Connection.prototype.run
  Connection.prototype.run = function (text, params = [], asArrays) {
    const statement = { text, params, milliseconds: 0 }
    sent.push(statement)
    const sentAt = performance.now()
    return run.call(this, text, params, asArrays).finally(() => {
      statement.milliseconds = performance.now() - sentAt
    })
  }
  try {
    await work()
  } finally {
    Connection.prototype.run = run
  }
  return sent
}

/** Runs a statement once more, and gives its plan: the one that the app gets, which is the same for all values. */
export async function explain(
  { text, params }: Omit<SentStatement, "milliseconds">,
  options: string,
): Promise<unknown[]> {
  const values = params.length > 0 ? `(${params.map(literal).join()})` : ""
  return transaction(async (tx) => {
    await tx.execute(sql.raw(`prepare explained as ${text}`))
    const rows = await tx.execute(sql.raw(`explain (analyze, buffers, ${options}) execute explained${values}`))
    await tx.execute(sql`deallocate explained`)
    return rows.map((row) => row["QUERY PLAN"])
  })
}

const literal = (value: unknown): string =>
  value === null || value === undefined ? "null" : `'${String(value).replaceAll("'", "''")}'`

/** The reads of a statement according to its plan. */
export async function readBy(sent: SentStatement): Promise<Read> {
  const [explained] = (await explain(sent, "format json")) as [[{ Plan: Plan }]]
  const { Plan: plan } = explained[0]
  return { pages: plan["Shared Hit Blocks"] + plan["Shared Read Blocks"], rows: rowsOf(plan) }
}

function rowsOf(plan: Plan): number {
  if (plan.Plans) return plan.Plans.reduce((sum, inner) => sum + rowsOf(inner), 0)
  const { "Rows Removed by Filter": unfit = 0, "Rows Removed by Index Recheck": lossy = 0 } = plan
  return (plan["Actual Rows"] + unfit + lossy) * plan["Actual Loops"]
}

/** The most that any one statement of `work` reads. */
export async function mostReadDuring(work: () => Promise<unknown>): Promise<Read> {
  const most = { pages: 0, rows: 0 }
  for (const sent of await sentDuring(work)) {
    if (!/^\s*(select|with)\b/i.test(sent.text) || sent.text.includes("advisory")) continue
    const { pages, rows } = await readBy(sent)
    most.pages = Math.max(most.pages, pages)
    most.rows = Math.max(most.rows, rows)
  }
  return most
}
