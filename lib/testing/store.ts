import { mkdir, mkdtemp, readdir, readFile, utimes, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { sql } from "drizzle-orm"
import { v7 } from "uuid"
import { afterAll, beforeEach } from "vitest"
import { db, one } from "@/db/client"
import { installation } from "@/db/schema/records"
import { attachments } from "@/db/schema/requests"
import { markerPath, pathOf } from "@/lib/platform/storage/store-paths"
import { sweepStore } from "@/lib/platform/storage/sweep-store"
import { env } from "@/lib/runtime/env"

const HOUR = 3_600_000
export const DAY = 24 * HOUR

/** Each test has an empty store of files to itself, and a database whose turn to sweep it is. */
export function withFreshStore(): void {
  const usual = env().ATTACHMENTS_DIR
  beforeEach(async () => {
    await mkdir(dirname(usual), { recursive: true })
    env().ATTACHMENTS_DIR = await mkdtemp(join(dirname(usual), "store-"))
  })
  afterAll(() => {
    env().ATTACHMENTS_DIR = usual
  })
}

/** Files that no row names, a day old unless told otherwise. Gives their ids. */
export const putFiles = (count: number, age = DAY, place = pathOf): Promise<string[]> =>
  Promise.all(
    Array.from({ length: count }, async () => {
      const id = v7()
      await putFile(id, age, place)
      return id
    }),
  )

export async function putFile(id: string, age = DAY, place = pathOf): Promise<void> {
  await mkdir(dirname(place(id)), { recursive: true })
  await writeFile(place(id), "a photo")
  await makeOld(place(id), age)
}

export async function makeOld(path: string, age: number): Promise<void> {
  const then = new Date(Date.now() - age)
  await utimes(path, then, then)
}

/** Attachments of a request, with their files unless told otherwise. Gives their ids. */
export async function attachMany(request: { id: string; customerId: string }, count: number, stored = true) {
  const ids = stored ? await putFiles(count) : Array.from({ length: count }, () => v7())
  const row = {
    requestId: request.id,
    uploadedBy: request.customerId,
    name: "a.txt",
    mediaType: "text/plain",
    bytes: 7,
  }
  if (count > 0) await db.insert(attachments).values(ids.map((id) => ({ ...row, id })))
  return ids
}

/** Has the store lie deep in a folder of its own, which it gives, so that what is written outside of it is seen there. */
export function buryStore(): string {
  const folder = env().ATTACHMENTS_DIR
  env().ATTACHMENTS_DIR = join(folder, "deep", "down", "here")
  return folder
}

/** Everything in the store, or in another folder, but the store's marker, as paths. */
export async function filesInStore(folder = env().ATTACHMENTS_DIR): Promise<string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = all.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return paths.filter((path) => path !== markerPath()).sort()
}

export const marker = (): Promise<string | undefined> =>
  readFile(markerPath(), "utf8").then(
    (text) => text.trim(),
    () => undefined,
  )

export const installationOfDatabase = async (): Promise<string> => one(await db.select().from(installation)).id

/** The database of another installation, as far as the store can tell. */
export const becomeAnother = () => db.update(installation).set({ id: sql`gen_random_uuid()` })

/** A sweep whose turn it is, in a process that has been running for a day. */
export async function sweep({ now = Date.now(), uptime = DAY } = {}): Promise<void> {
  await db.update(installation).set({ sweptAt: null })
  await sweepStore({ now, uptime })
}
