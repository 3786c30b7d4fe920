import { desc, eq } from "drizzle-orm"
import { db, one } from "@/db/client"
import { installation } from "@/db/schema/records"
import { log } from "@/lib/runtime/log"
import { fileRows, namedByRows } from "./attachment-rows"
import { only } from "./few-at-once"
import type { HomeOfFiles } from "./home"
import { currentHome } from "./homes"
import { isStored } from "./read-file"

/**
 * Whether the store of files belongs to this database. Its marker says `ours` or `foreign`. Without a marker it is `free`
 * to be marked, `missing` when rows name files but there are none (an unmounted share), or `unknown` when files and rows
 * have little in common. Files are only touched in a store that is ours.
 */
export type OwnershipState = "ours" | "foreign" | "free" | "missing" | "unknown"

export interface Ownership {
  state: OwnershipState
  /** How an operator finds the store. */
  store: string
  /** The installation that the database is. */
  id: string
  /** The installation that the store's marker names, when it is another. */
  marker?: string
}

const SAMPLE = 500

/** Reads whether a store belongs to the database. Changes nothing. */
export async function lookAtStore(home: HomeOfFiles = currentHome()): Promise<Ownership> {
  const seen = { id: await installationId(), store: home.where() }
  let marker = await home.readMarker()
  if (marker === undefined) {
    const state = await stateOfUnmarked(home)
    // Meanwhile another process may have marked it, and stored the file that was found.
    marker = state === "free" ? undefined : await home.readMarker()
    if (marker === undefined) return { state, ...seen }
  }
  return marker === seen.id ? { state: "ours", ...seen } : { state: "foreign", ...seen, marker }
}

/**
 * Reads whether a store belongs to the database, and marks it as ours if it is free: a new one, or one from before there
 * were markers whose files match the rows.
 */
export async function claimStore(home: HomeOfFiles = currentHome()): Promise<Ownership> {
  const found = await lookAtStore(home)
  if (found.state !== "free") return found
  await home.writeMarker(found.id, false)
  log.info({ installation: found.id, store: found.store }, "the store of files is marked as this installation's")
  // Another process may have placed its marker first.
  return lookAtStore(home)
}

/** Whether a store is ours, and claims the one of new files if it is free. */
export async function isStoreOurs(home: HomeOfFiles): Promise<boolean> {
  const { state } = home === currentHome() ? await claimStore(home) : await lookAtStore(home)
  return state === "ours"
}

/** Marks a store as this database's, whatever it was before, because an operator has said so. Returns the installation's id. */
export async function adoptStore(home: HomeOfFiles = currentHome()): Promise<string> {
  const id = await installationId()
  await home.writeMarker(id, true)
  return id
}

/** Explains to an operator why the store is not ours and what to do. */
export function ownershipProblem({ state, id, marker, store }: Ownership): string {
  const what = {
    ours: "",
    free: "",
    foreign: `The files in ${store} belong to installation ${marker || "(empty marker)"}, and this database is installation ${id}.`,
    missing: `This database (installation ${id}) has attachments, but there are no files in ${store}. Check that the share is mounted, or the bucket is the right one.`,
    unknown: `The files in ${store} do not match the attachments of this database (installation ${id}), and no marker says whose they are.`,
  }[state]
  return `${what} Until this is fixed, no file is stored, moved or removed there. Check DATABASE_URL, ATTACHMENTS_DIR and S3_BUCKET. If this store does belong to this database, run: npm run files:check -- --adopt`
}

/** Returns the installation that the database is. Creates its row at the first call. */
export async function installationId(): Promise<string> {
  const find = () => db.select({ id: installation.id }).from(installation)
  const [found] = await find()
  if (found) return found.id
  await db.insert(installation).values({}).onConflictDoNothing()
  return one(await find()).id
}

async function stateOfUnmarked(home: HomeOfFiles): Promise<OwnershipState> {
  const rows = await db
    .select({ id: fileRows.id })
    .from(fileRows)
    .where(eq(fileRows.home, home.name))
    .orderBy(desc(fileRows.id))
    .limit(SAMPLE)
  const { value: files } = await home.list("files").next()
  const { value: quarantined } = await home.list("quarantine").next()
  if (rows.length === 0) return files || quarantined ? "unknown" : "free"
  if (!files) return "missing"
  const stored = await only(rows, ({ id }) => isStored(id, home))
  const named = await namedByRows(files, home)
  return isMost(stored.length, rows.length) && isMost(named.size, files.length) ? "free" : "unknown"
}

const isMost = (part: number, all: number) => part * 2 > all
