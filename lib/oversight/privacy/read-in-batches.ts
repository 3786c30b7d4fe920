/** How many rows are in memory at once. */
export const BATCH = 50

/** All rows in batches: `read` returns the next rows after an id. */
export async function* readInBatches<Row extends { id: string | number }>(
  read: (after?: Row["id"]) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  let after: Row["id"] | undefined
  for (;;) {
    const rows = await read(after)
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    after = last.id
  }
}
