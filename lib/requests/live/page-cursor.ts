import { sql } from "drizzle-orm"
import { prepared } from "@/db/prepared"
import { changeFeed } from "./change-feed"
import { formatCursor } from "./cursor"

/** So long a place in the log serves the pages that are made: whoever listens from there is told a little twice. */
const KEPT_MS = 1000

const placeNow = prepared((db) =>
  db.select({ snapshot: sql<string>`pg_current_snapshot()::text` }).from(sql`(select 1) once`),
)

let kept: { at: number; snapshot: string } | undefined

/**
 * Where in the log a page that is being made listens from, so that nothing is missed between its making and its
 * listening. It costs no statement while somebody listens to this process, and one a second while nobody does.
 */
export async function pageCursor(): Promise<string> {
  const now = Date.now()
  return formatCursor({ at: now, snapshot: changeFeed().since ?? (await placeWithin(now)) })
}

async function placeWithin(now: number): Promise<string> {
  if (kept && Math.abs(now - kept.at) < KEPT_MS) return kept.snapshot
  const [place] = await placeNow.execute({})
  if (!place) throw new Error("A snapshot was not told.")
  kept = { at: now, snapshot: place.snapshot }
  return place.snapshot
}
