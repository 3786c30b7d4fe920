/** How many rows are in memory at once. */
export const BATCH = 50

/** Every row there is, a few at a time: `read` gives the next that come after an id. */
export async function* inTurn<Row extends { id: string | number }>(
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
