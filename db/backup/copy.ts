import { once } from "node:events"
import type { PendingQuery, Row } from "postgres"
import type { Session } from "@/db/backup/connection"
import type { Table } from "@/db/backup/tables"

/** Rows come one by one, and work costs by the piece: they are handed on in pieces of this many bytes. */
const PIECE = 256 * 1024

/** The rows of a table in the order of its key, as PostgreSQL writes them: the same rows are always the same bytes. */
export function rowsOf(sql: Session, { name, columns, key }: Table): Promise<AsyncIterable<Buffer>> {
  const order = key.map(({ column, isText }) => (isText ? sql`${sql(column)} collate "C"` : sql`${sql(column)}`))
  const sorted = order.flatMap((part, i) => (i === 0 ? [part] : [sql`, `, part]))
  return copyOut(sql, sql`select ${sql(columns)} from ${sql("public")}.${sql(name)} order by ${sorted}`)
}

/** What a query gives, as COPY writes it. Memory does not grow with it. */
export async function copyOut(sql: Session, query: PendingQuery<Row[]>): Promise<AsyncIterable<Buffer>> {
  const rows = await sql`copy (${query}) to stdout`.readable()
  // The driver stops reading from the server when a piece has to wait, and when that was the last it never goes on.
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

/** Writes rows as `copyOut` gave them. To be called inside a transaction. Throws when the database refuses one. */
export async function copyIn(
  sql: Session,
  into: string,
  columns: string[],
  rows: AsyncIterable<Buffer>,
): Promise<void> {
  const sink = await sql`copy ${sql(into)} (${sql(columns)}) from stdin`.writable()
  const failed = new Promise<never>((_, reject) => sink.once("error", reject))
  failed.catch(() => undefined)
  for await (const piece of rows) if (!sink.write(piece)) await Promise.race([once(sink, "drain"), failed])
  sink.end()
  // The driver never tells what came of the last rows. The next statement does: it waits for them, and fails with them.
  await sql`select`.catch((reason) => {
    throw new Error(`The rows of ${into} were refused by the database.`, { cause: sink.errored ?? reason })
  })
}
