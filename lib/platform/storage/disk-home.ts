import { randomUUID } from "node:crypto"
import {
  access,
  constants,
  copyFile,
  link,
  mkdir,
  open,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from "node:fs/promises"
import { dirname } from "node:path"
import { env } from "@/lib/runtime/env"
import { canReceive } from "./can-receive"
import type { HomeOfFiles, Shelf } from "./home"
import { olderThan } from "./older-than"
import {
  batchesOf,
  incomingIds,
  incomingPathOf,
  markerPath,
  pathOf,
  quarantinedIds,
  quarantinePathOf,
  storedIds,
  unlessMissing,
} from "./store-paths"

const PATHS = { files: pathOf, quarantine: quarantinePathOf, incoming: incomingPathOf }
const pathOn = (shelf: Shelf, id: string) => PATHS[shelf](id)
const LISTS = { files: storedIds, quarantine: quarantinedIds, incoming: () => batchesOf(incomingIds()) }

/** The folder of attachments. */
export const diskHome: HomeOfFiles = {
  name: "disk",
  where: () => env().ATTACHMENTS_DIR,

  async settle(id) {
    await mkdir(dirname(pathOf(id)), { recursive: true })
    try {
      await rename(incomingPathOf(id), pathOf(id))
      await syncFolder(dirname(pathOf(id)))
    } catch (thrown) {
      // A file that cannot be deleted now is left to the sweep. The first failure is the one to report.
      await rm(pathOf(id), { force: true }).catch(() => {})
      throw thrown
    }
  },

  sendingAddressOf: async () => undefined,
  keepSent: (id, received) => rename(incomingPathOf(received), incomingPathOf(id)),

  async takeSent(id, fileId) {
    const [from, to] = [incomingPathOf(id), pathOf(fileId)]
    await mkdir(dirname(to), { recursive: true })
    try {
      // What is sent again takes the name of this file, and leaves its content to the other name.
      await link(from, to).catch((reason: NodeJS.ErrnoException) => {
        if (reason.code === "ENOENT") throw reason
        // Some network file systems have no hard links.
        return copyWhole(from, to)
      })
      // The sweep takes what is old and named by no row, as this is until it has been judged.
      const now = new Date()
      await utimes(to, now, now)
      await syncFolder(dirname(to))
      return true
    } catch (thrown) {
      unlessMissing(thrown as NodeJS.ErrnoException)
      return false
    }
  },

  removeSent: (id) => rm(incomingPathOf(id), { force: true }),
  open: async (id, shelf, part) =>
    (await open(pathOn(shelf, id)).catch(unlessMissing))?.createReadStream(
      part && { start: part.first, end: part.last },
    ),
  has: (id, shelf) => succeeds(stat(pathOn(shelf, id))),
  canRead: (id, shelf) => succeeds(access(pathOn(shelf, id), constants.R_OK)),

  addressOf: async () => undefined,

  async move(id, from, to) {
    const now = new Date()
    try {
      // The time is set before the move, so that no file lies in quarantine with an older one.
      if (to === "quarantine") await utimes(pathOn(from, id), now, now)
      await mkdir(dirname(pathOn(to, id)), { recursive: true })
      await rename(pathOn(from, id), pathOn(to, id))
      return true
    } catch (thrown) {
      unlessMissing(thrown as NodeJS.ErrnoException)
      return false
    }
  },

  async remove(id) {
    await Promise.all(Object.values(PATHS).map((place) => rm(place(id), { force: true })))
  },

  list: (shelf) => LISTS[shelf](),
  olderThan: (before, ids, shelf) => olderThan(before, ids, (id) => pathOn(shelf, id)),
  readMarker: async () => (await readFile(markerPath(), "utf8").catch(unlessMissing))?.trim(),

  async writeMarker(id, replace) {
    await mkdir(env().ATTACHMENTS_DIR, { recursive: true })
    await placeMarker(id, replace ? rename : link)
  },

  canWrite: canReceive,
}

const succeeds = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  )

async function copyWhole(from: string, to: string): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_EXCL)
  const file = await open(to)
  await file.sync().finally(() => file.close())
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path)
  await folder.sync().finally(() => folder.close())
}

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
