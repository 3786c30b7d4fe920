import { once } from "node:events"
import type { PendingQuery, Row } from "postgres"
import type { SqlSession } from "@/db/backup/connection"
import type { SavedTable } from "@/db/backup/tables"

/** Rows come one by one and each piece has a cost, so rows are gathered into pieces of this many bytes. */
const PIECE = 256 * 1024

/** Streams the rows of a table in the order of its key, as COPY writes them: the same rows are always the same bytes. */
export function copyRows(sql: SqlSession, { name, columns, key }: SavedTable): Promise<AsyncIterable<Buffer>> {
  const order = key.map(({ column, isText }) => (isText ? sql`${sql(column)} collate "C"` : sql`${sql(column)}`))
  const sorted = order.flatMap((part, i) => (i === 0 ? [part] : [sql`, `, part]))
  return copyOut(sql, sql`select ${sql(columns)} from ${sql("public")}.${sql(name)} order by ${sorted}`)
}

/** Streams the rows of a query as COPY writes them. Memory does not grow with their number. */
export async function copyOut(sql: SqlSession, query: PendingQuery<Row[]>): Promise<AsyncIterable<Buffer>> {
  const rows = await sql`copy (${query}) to stdout`.readable()
  // The driver stops reading from the server while a piece has to wait, and after the last piece it would never resume.
  return inPieces(rows, () => rows._read(0))
}

async function* inPieces(rows: AsyncIterable<Buffer>, goOn: () => void): AsyncGenerator<Buffer> {
  let gathered: Buffer[] = []
  let bytes = 0
  for await (const row of rows) {
    gathered.push(row)
    bytes += row.length
    if (bytes < PIECE) continue
    yield Buffer.concat(gathered, bytes)
    gathered = []
    bytes = 0
  }
  goOn()
  if (bytes > 0) yield Buffer.concat(gathered, bytes)
}

/**
 * Inserts rows as `copyOut` streamed them. Call it in a transaction.
 * @throws Error when the database refuses a row
 */
export async function copyIn(
  sql: SqlSession,
  into: string,
  columns: string[],
  rows: AsyncIterable<Buffer>,
): Promise<void> {
  const sink = await sql`copy ${sql(into)} (${sql(columns)}) from stdin`.writable()
  const failed = new Promise<never>((_, reject) => sink.once("error", reject))
  failed.catch(() => undefined)
  for await (const piece of rows) if (!sink.write(piece)) await Promise.race([once(sink, "drain"), failed])
  sink.end()
  // The driver does not report the outcome of the last rows. The next statement waits for them and fails if they did.
  await sql`select`.catch((reason) => {
    throw new Error(`The rows of ${into} were refused by the database.`, { cause: sink.errored ?? reason })
  })
}
