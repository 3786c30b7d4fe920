import { randomUUID } from "node:crypto"
import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import { desc } from "drizzle-orm"
import { db, one } from "@/db/client"
import { installation } from "@/db/schema/records"
import { attachments } from "@/db/schema/requests"
import { env } from "@/lib/runtime/env"
import { log } from "@/lib/runtime/log"
import { namedByRows } from "./attachment-rows"
import { isStored } from "./read-file"
import { markerPath, quarantinedIds, storedIds, unlessMissing } from "./store-paths"

/**
 * Whether the store of files belongs to this database. Its marker says `ours` or `foreign`. Without a marker it is `free`
 * to be marked, `missing` when rows name files but there are none (an unmounted share), or `unknown` when files and rows
 * have little in common. Files are only touched in a store that is ours.
 */
export type OwnershipState = "ours" | "foreign" | "free" | "missing" | "unknown"

export interface Ownership {
  state: OwnershipState
  /** The installation that the database is. */
  id: string
  /** The installation that the store's marker names, when it is another. */
  marker?: string
}

const SAMPLE = 500

/** Reads whether the store belongs to the database. Changes nothing. */
export async function lookAtStore(): Promise<Ownership> {
  const id = await installationId()
  const marker = (await readFile(markerPath(), "utf8").catch(unlessMissing))?.trim()
  if (marker === undefined) return { state: await stateOfUnmarked(), id }
  return marker === id ? { state: "ours", id } : { state: "foreign", id, marker }
}

/**
 * Reads whether the store belongs to the database, and marks it as ours if it is free: a new one, or one from before there
 * were markers whose files match the rows.
 */
export async function claimStore(): Promise<Ownership> {
  const found = await lookAtStore()
  if (found.state !== "free") return found
  await mkdir(env().ATTACHMENTS_DIR, { recursive: true })
  await placeMarker(found.id, link)
  log.info(
    { installation: found.id, store: env().ATTACHMENTS_DIR },
    "the store of files is marked as this installation's",
  )
  // Another process may have placed its marker first.
  return lookAtStore()
}

export const isStoreOurs = async (): Promise<boolean> => (await claimStore()).state === "ours"

/** Marks the store as this database's, whatever it was before, because an operator has said so. Returns the installation's id. */
export async function adoptStore(): Promise<string> {
  const id = await installationId()
  await mkdir(env().ATTACHMENTS_DIR, { recursive: true })
  await placeMarker(id, rename)
  return id
}

/** Explains to an operator why the store is not ours and what to do. */
export function ownershipProblem({ state, id, marker }: Ownership): string {
  const store = env().ATTACHMENTS_DIR
  const what = {
    ours: "",
    free: "",
    foreign: `The files in ${store} belong to installation ${marker || "(empty marker)"}, and this database is installation ${id}.`,
    missing: `This database (installation ${id}) has attachments, but there are no files in ${store}. Check that the share is mounted.`,
    unknown: `The files in ${store} do not match the attachments of this database (installation ${id}), and no marker says whose they are.`,
  }[state]
  return `${what} Until this is fixed, no file is stored, moved or removed there. Check DATABASE_URL and ATTACHMENTS_DIR. If this store does belong to this database, run: npm run files:check -- --adopt`
}

/** Returns the installation that the database is. Creates its row at the first call. */
export async function installationId(): Promise<string> {
  const find = () => db.select({ id: installation.id }).from(installation)
  const [found] = await find()
  if (found) return found.id
  await db.insert(installation).values({}).onConflictDoNothing()
  return one(await find()).id
}

async function stateOfUnmarked(): Promise<OwnershipState> {
  const rows = await db.select({ id: attachments.id }).from(attachments).orderBy(desc(attachments.id)).limit(SAMPLE)
  const { value: files } = await storedIds().next()
  const { value: quarantined } = await quarantinedIds().next()
  if (rows.length === 0) return files || quarantined ? "unknown" : "free"
  if (!files) return "missing"
  const stored = await Promise.all(rows.map(({ id }) => isStored(id)))
  const named = await namedByRows(files)
  return isMost(stored.filter(Boolean).length, rows.length) && isMost(named.size, files.length) ? "free" : "unknown"
}

const isMost = (part: number, all: number) => part * 2 > all

/** Writes the marker beside its place first, so that nobody reads half of it. A link does not replace an existing marker. */
async function placeMarker(id: string, place: typeof rename): Promise<void> {
  const beside = `${markerPath()}.${randomUUID()}`
  try {
    await writeFile(beside, `${id}\n`, { flag: "wx", flush: true })
    await place(beside, markerPath()).catch((reason: NodeJS.ErrnoException) => {
      if (reason.code === "EEXIST") return
      // Some network file systems have no hard links.
      if (place === link) return rename(beside, markerPath())
      throw reason
    })
  } finally {
    await rm(beside, { force: true })
  }
}
