/**
 * Where somebody is in the order in which changes were committed: the snapshot of PostgreSQL that they have seen
 * (`xmin:xmax:xip,…`), and when. Ids of events do not tell, since a transaction that begins first may be committed last.
 */
export interface Cursor {
  /** In milliseconds since 1970. */
  at: number
  snapshot: string
}

const SHAPE = /^([0-9a-z]{1,9})\.((\d{1,19}):(\d{1,19}):((?:\d{1,19}(?:,\d{1,19})*)?))$/

export const formatCursor = ({ at, snapshot }: Cursor): string => `${at.toString(36)}.${snapshot}`

/** Reads a cursor that a client sends back. Nothing when no stream can have given it. */
export function parseCursor(text: string): Cursor | undefined {
  const [, at = "", snapshot = "", least = "", next = "", running = ""] = SHAPE.exec(text) ?? []
  if (!snapshot) return undefined
  const bounds = [BigInt(least), BigInt(next)] as const
  // The server refuses a snapshot that is not in order.
  const ids = running === "" ? [] : running.split(",").map(BigInt)
  const isOrdered = ids.every((id, i) => id >= bounds[0] && id < bounds[1] && (i === 0 || id > (ids[i - 1] as bigint)))
  if (bounds[0] < 1n || bounds[0] > bounds[1] || bounds[1] >= 2n ** 63n || !isOrdered) return undefined
  return { at: Number.parseInt(at, 36), snapshot }
}

/** Whether a transaction had been committed when a snapshot was taken: `pg_visible_in_snapshot`. */
export function seesOf(snapshot: string): (transaction: bigint) => boolean {
  const [least = "0", next = "0", running = ""] = snapshot.split(":")
  const [xmin, xmax] = [BigInt(least), BigInt(next)]
  const open = new Set(running === "" ? [] : running.split(",").map(BigInt))
  return (transaction) => transaction < xmin || (transaction < xmax && !open.has(transaction))
}
