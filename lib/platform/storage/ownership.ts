import { randomUUID } from "node:crypto"
import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import { desc } from "drizzle-orm"
import { db, one } from "@/db/client"
import { installation } from "@/db/schema/records"
import { attachments } from "@/db/schema/requests"
import { env } from "@/lib/runtime/env"
import { log } from "@/lib/runtime/log"
import { markerPath, quarantinedIds, storedIds, unlessMissing } from "./layout"
import { isStored } from "./read"
import { namedByRows } from "./rows"

/**
 * How the store and the database stand to each other. Without a marker: `free` to be marked as ours, `missing` when rows
 * name files and there are none (an unmounted share), `unknown` when files and rows have little in common.
 */
export type Standing = "ours" | "foreign" | "free" | "missing" | "unknown"

export interface Ownership {
  standing: Standing
  /** Of the database. */
  id: string
  /** What the store says instead. */
  marker?: string
}

const SAMPLE = 500

/** Looks whether the store of files belongs to the database, and changes nothing. */
export async function lookAtStore(): Promise<Ownership> {
  const id = await installationId()
  const marker = (await readFile(markerPath(), "utf8").catch(unlessMissing))?.trim()
  if (marker === undefined) return { standing: await standingOfUnmarked(), id }
  return marker === id ? { standing: "ours", id } : { standing: "foreign", id, marker }
}

/** The same, and marks a store as ours where nothing speaks against it: a new one, or one from before there were markers. */
export async function claimStore(): Promise<Ownership> {
  const found = await lookAtStore()
  if (found.standing !== "free") return found
  await mkdir(env().ATTACHMENTS_DIR, { recursive: true })
  await placeMarker(found.id, link)
  log.info(
    { installation: found.id, store: env().ATTACHMENTS_DIR },
    "the store of files is marked as this installation's",
  )
  // Another process may have been quicker.
  return lookAtStore()
}

export const isStoreOurs = async (): Promise<boolean> => (await claimStore()).standing === "ours"

/** Marks the store as this database's, whatever it was before: an operator has said so. Gives the id. */
export async function adoptStore(): Promise<string> {
  const id = await installationId()
  await mkdir(env().ATTACHMENTS_DIR, { recursive: true })
  await placeMarker(id, rename)
  return id
}

/** What is wrong, and what to do about it. */
export function trouble({ standing, id, marker }: Ownership): string {
  const store = env().ATTACHMENTS_DIR
  const what = {
    ours: "",
    free: "",
    foreign: `The files in ${store} belong to installation ${marker || "(empty marker)"}, and this database is installation ${id}.`,
    missing: `This database (installation ${id}) has attachments, but there are no files in ${store}. Check that the share is mounted.`,
    unknown: `The files in ${store} do not match the attachments of this database (installation ${id}), and no marker says whose they are.`,
  }[standing]
  return `${what} Until this is fixed, no file is stored, moved or removed there. Check DATABASE_URL and ATTACHMENTS_DIR. If this store does belong to this database, run: npm run files:check -- --adopt`
}

/** Which installation the database is. */
export async function installationId(): Promise<string> {
  const find = () => db.select({ id: installation.id }).from(installation)
  const [found] = await find()
  if (found) return found.id
  await db.insert(installation).values({}).onConflictDoNothing()
  return one(await find()).id
}

async function standingOfUnmarked(): Promise<Standing> {
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

/** Written beside its place, so that nobody reads half of it. A link leaves alone what is there already. */
async function placeMarker(id: string, place: typeof rename): Promise<void> {
  const beside = `${markerPath()}.${randomUUID()}`
  try {
    await writeFile(beside, `${id}\n`, { flag: "wx", flush: true })
    await place(beside, markerPath()).catch((reason: NodeJS.ErrnoException) => {
      if (reason.code === "EEXIST") return
      // Some network file systems have no links.
      if (place === link) return rename(beside, markerPath())
      throw reason
    })
  } finally {
    await rm(beside, { force: true })
  }
}
