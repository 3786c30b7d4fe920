import { and, count, eq, ne, type SQL, sql } from "drizzle-orm"
import type { Executor } from "@/db/client"
import { attachments } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { inMegabytes, MAX_ATTACHMENTS, roomBeside } from "@/lib/model/attachment"
import { AppError } from "@/lib/model/errors"
import type { MessageSide } from "@/lib/model/message"
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

/** Which side of a request somebody is on. A key acts for its customer. */
export const sideOf = ({ key, id }: Actor, { customerId }: { customerId: string }): MessageSide =>
  key || id === customerId ? "customer" : "staff"

/** The files of one side of a request, or those of a draft. */
type Holder = { request: { id: string; customerId: string }; side: MessageSide } | { draft: string }

/**
 * What one side of a request has attached, or a draft has, but what was removed as harmful. The caller has locked it, if it
 * decides by this.
 */
export async function heldBy(executor: Executor, of: Holder): Promise<Held> {
  const theirs = "draft" in of ? eq(attachments.openDraftId, of.draft) : ofSide(of.request, of.side)
  const [held] = await executor
    .select({ files: count(), bytes: sql<number>`coalesce(sum(${attachments.bytes}), 0)`.mapWith(Number) })
    .from(attachments)
    .where(and(theirs, ne(attachments.scan, "found")))
  return held ?? { files: 0, bytes: 0 }
}

const ofSide = ({ id, customerId }: { id: string; customerId: string }, side: MessageSide): SQL | undefined =>
  and(eq(attachments.requestId, id), (side === "customer" ? eq : ne)(attachments.uploadedBy, customerId))

/**
 * Checks the number and the size of attachments: before a file is taken in, and again under lock when its row is written.
 * @throws AppError `conflict` when there are too many, `too_large` when they are too large in all
 */
export function checkRoom(held: Held, added: Held): void {
  const room = roomBeside(held.files)
  if (added.files > room)
    throw new AppError("conflict", `You can add up to ${MAX_ATTACHMENTS} files to a request. ${roomInWords(room)}`)
  const left = Math.max(0, requestLimit() - held.bytes)
  if (added.bytes > left)
    throw new AppError(
      "too_large",
      `The files you add to a request can be up to ${inMegabytes(requestLimit())} in all. There is room for ${inMegabytes(left)} more.`,
    )
}

const roomInWords = (room: number): string => (room > 0 ? `There is room for ${room} more.` : "You cannot add more.")
