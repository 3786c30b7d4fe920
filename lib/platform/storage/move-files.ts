import { and, asc, eq, gt, inArray } from "drizzle-orm"
import { db } from "@/db/client"
import { FILE_HOMES, type FileHome } from "@/lib/model/attachment"
import { type FileRow, fileRows, nameHome } from "./attachment-rows"
import type { HomeOfFiles } from "./home"
import { allHomes, homeNamed } from "./homes"
import { claimStore, ownershipProblem } from "./ownership"
import { isStored, openFile } from "./read-file"
import { forgetReceived } from "./receive-file"
import { hashOf, receiveJudged } from "./restore-file"

const AT_ONCE = 8

/** What became of some files. */
export interface MovedFiles {
  moved: number
  /** Attachments without a file anywhere. */
  missing: string[]
  /** Attachments whose file is not what was stored. It stays where it is. */
  damaged: string[]
}

/**
 * Moves every attachment and every picture made of one to a home, and tells after each few what became of them. A file is copied, read back and compared
 * with its hash before its row names the new home, and only then deleted from the old one. So it can be stopped at any
 * point and called again, and whoever reads a file meanwhile finds it in one home or the other.
 * @throws Error when one of the homes belongs to another installation
 */
export async function* moveFiles(to: HomeOfFiles): AsyncGenerator<MovedFiles> {
  if (allHomes().length < FILE_HOMES.length && (await db.$count(fileRows, eq(fileRows.home, "s3"))) > 0)
    throw new Error("Attachments are in S3. Set S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY.")
  for (const home of allHomes()) {
    const store = await claimStore(home)
    if (store.state !== "ours") throw new Error(ownershipProblem(store))
  }
  for (const home of allHomes()) if (home !== to) await finishRemoving(home, to)
  for await (const rows of rowsElsewhere(to)) {
    const done: MovedFiles = { moved: 0, missing: [], damaged: [] }
    await Promise.all(
      rows.map(async (row) => {
        const outcome = await moveOne(row, to)
        if (outcome === "moved") done.moved++
        else done[outcome].push(row.id)
      }),
    )
    yield done
  }
}

/** Asks for one home after the other, which an index answers. */
async function* rowsElsewhere(to: HomeOfFiles): AsyncGenerator<FileRow[]> {
  for (const home of FILE_HOMES) if (home !== to.name) yield* rowsIn(home)
}

async function* rowsIn(home: FileHome): AsyncGenerator<FileRow[]> {
  let after: string | undefined
  for (;;) {
    const rows = await db
      .select()
      .from(fileRows)
      .where(and(eq(fileRows.home, home), after === undefined ? undefined : gt(fileRows.id, after)))
      .orderBy(asc(fileRows.id))
      .limit(AT_ONCE)
    if (rows.length === 0) return
    yield rows
    after = rows.at(-1)?.id
  }
}

async function moveOne(
  { id, home, bytes, sha256 }: FileRow,
  to: HomeOfFiles,
): Promise<"moved" | "missing" | "damaged"> {
  try {
    const content = await openFile(id, home)
    if (!content) return (await isNamed(id)) ? "missing" : "moved"
    // What a move that was killed has left is written anew.
    await forgetReceived(id)
    const received = await receiveJudged(id, content).finally(() => content.destroy())
    if (received.bytes !== bytes || received.sha256 !== (sha256 ?? received.sha256)) return "damaged"
    await to.settle(id, received)
    if ((await hashOf(await to.open(id, "files"))) !== received.sha256) {
      // Unless it was the only one.
      if (await isStored(id, homeNamed(home))) await to.remove(id)
      return "damaged"
    }
    const named = await nameHome(id, home, { home: to.name, sha256: received.sha256 })
    if (named) await homeNamed(home).remove(id)
    // Its request was deleted while it was copied: the copy goes too.
    else if (!(await isNamed(id))) await to.remove(id)
    return "moved"
  } finally {
    await forgetReceived(id)
  }
}

const isNamed = async (id: string): Promise<boolean> => (await db.$count(fileRows, eq(fileRows.id, id))) > 0

/** Deletes what a move that was stopped had copied, and whose row names the new home, from the old one. */
async function finishRemoving(from: HomeOfFiles, to: HomeOfFiles): Promise<void> {
  for await (const ids of from.list("files")) {
    const rows = await db
      .select({ id: fileRows.id, sha256: fileRows.sha256 })
      .from(fileRows)
      .where(and(inArray(fileRows.id, ids), eq(fileRows.home, to.name)))
    for (const { id, sha256 } of rows) if ((await hashOf(await to.open(id, "files"))) === sha256) await from.remove(id)
  }
}
