import { and, asc, eq, gt, inArray, ne } from "drizzle-orm"
import { unionAll } from "drizzle-orm/pg-core"
import { db } from "@/db/client"
import { pictures } from "@/db/schema/pictures"
import { attachments } from "@/db/schema/requests"
import type { FileHome } from "@/lib/model/attachment"
import { only } from "./few-at-once"
import type { HomeOfFiles } from "./home"
import { allHomes } from "./homes"

const HOUR = 3_600_000
const BATCH = 500

/**
 * Every row that needs a file: attachments as they came, and the pictures made of them. PostgreSQL asks each by its index. A
 * file in which something was found is needed by nobody: it stays in quarantine until its time is over.
 */
export const fileRows = unionAll(
  db
    .select({ id: attachments.id, home: attachments.home, bytes: attachments.bytes, sha256: attachments.sha256 })
    .from(attachments)
    .where(ne(attachments.scan, "found")),
  db.select({ id: pictures.id, home: pictures.home, bytes: pictures.bytes, sha256: pictures.sha256 }).from(pictures),
).as("file_rows")

/** A row that names a file. */
export interface FileRow {
  id: string
  home: FileHome
  bytes: number
  sha256: string | null
}

/** Has the row of a file name another home. Returns whether it still named the old one. */
export async function nameHome(id: string, from: FileHome, to: { home: FileHome; sha256?: string }): Promise<boolean> {
  for (const table of [attachments, pictures]) {
    const row = and(eq(table.id, id), eq(table.home, from))
    if ((await db.update(table).set(to).where(row).returning({ id: table.id })).length > 0) return true
  }
  return false
}

/** Returns the ids, among these, that a row names as in this home. */
export async function namedByRows(ids: string[], home: HomeOfFiles): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .select({ id: fileRows.id })
    .from(fileRows)
    .where(and(inArray(fileRows.id, ids), eq(fileRows.home, home.name)))
  return new Set(rows.map(({ id }) => id))
}

/**
 * Returns the ids, among these, whose file in this home is needed: a row names it here, or in another home that is without
 * it or that this process does not know, as after a restore of a database from before a move.
 */
export async function neededIn(ids: string[], home: HomeOfFiles): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db.select({ id: fileRows.id, home: fileRows.home }).from(fileRows).where(inArray(fileRows.id, ids))
  const needed = await only(rows, async (row) => {
    if (row.home === home.name) return true
    const named = allHomes().find(({ name }) => name === row.home)
    return !(await named?.has(row.id, "files"))
  })
  return new Set(needed.map(({ id }) => id))
}

/** Returns the ids, among these, that nobody needs. Files of the last hour are left out: their row may not be committed yet. */
export async function rowlessOf(ids: string[], home: HomeOfFiles, now: number): Promise<string[]> {
  const needed = await neededIn(ids, home)
  return home.olderThan(
    now - HOUR,
    ids.filter((id) => !needed.has(id)),
    "files",
  )
}

/** Yields the ids of all files in a home that rows name, 500 at a time. */
export async function* fileIds(home: HomeOfFiles): AsyncGenerator<string[]> {
  let after: string | undefined
  do {
    const rows = await db
      .select({ id: fileRows.id })
      .from(fileRows)
      .where(and(eq(fileRows.home, home.name), after === undefined ? undefined : gt(fileRows.id, after)))
      .orderBy(asc(fileRows.id))
      .limit(BATCH)
    if (rows.length > 0) yield rows.map(({ id }) => id)
    after = rows.at(-1)?.id
  } while (after !== undefined)
}
