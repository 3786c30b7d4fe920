import { and, count, eq, ne, sql } from "drizzle-orm"
import type { Executor } from "@/db/client"
import { attachments } from "@/db/schema/requests"
import { inMegabytes, MAX_ATTACHMENTS } from "@/lib/model/attachment"
import { AppError } from "@/lib/model/errors"
import { requestLimit } from "@/lib/platform/storage/file-limits"

/** A number of files and their size in all. */
export interface Held {
  files: number
  bytes: number
}

export const sumOf = (files: readonly { bytes: number }[]): Held => ({
  files: files.length,
  bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
})

/** What a request or a draft has, but what was removed as harmful. The caller has locked it, if it decides by this. */
export async function heldBy(executor: Executor, of: { requestId: string } | { draft: string }): Promise<Held> {
  const theirs = "draft" in of ? eq(attachments.openDraftId, of.draft) : eq(attachments.requestId, of.requestId)
  const [held] = await executor
    .select({ files: count(), bytes: sql<number>`coalesce(sum(${attachments.bytes}), 0)`.mapWith(Number) })
    .from(attachments)
    .where(and(theirs, ne(attachments.scan, "found")))
  return held ?? { files: 0, bytes: 0 }
}

/**
 * Checks the number and the size of attachments: before a file is taken in, and again under lock when its row is written.
 * @throws AppError `conflict` when there are too many, `too_large` when they are too large in all
 */
export function checkRoom(held: Held, added: Held): void {
  const room = MAX_ATTACHMENTS - held.files
  if (added.files > room)
    throw new AppError("conflict", `A request can have up to ${MAX_ATTACHMENTS} files. ${roomInWords(room)}`)
  const left = Math.max(0, requestLimit() - held.bytes)
  if (added.bytes > left)
    throw new AppError(
      "too_large",
      `The files of a request can be up to ${inMegabytes(requestLimit())} in all. There is room for ${inMegabytes(left)} more.`,
    )
}

const roomInWords = (room: number): string => (room > 0 ? `You can add ${room} more.` : "You cannot add more.")
