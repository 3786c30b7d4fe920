import { and, eq, isNull, ne, sql } from "drizzle-orm"
import { db, type Executor } from "@/db/client"
import { attachments } from "@/db/schema/requests"
import { uploads } from "@/db/schema/uploads"
import { checkTries, returnTry, takeTry, triesLeft } from "@/lib/identity/auth/throttle"
import type { Actor } from "@/lib/model/actor"
import { inMegabytes } from "@/lib/model/attachment"
import { AppError } from "@/lib/model/errors"
import type { StoredFile } from "@/lib/platform/storage/store-file"
import { env } from "@/lib/runtime/env"
import { readTotal } from "./tallies"

const KILOBYTE = 1000
const GIGABYTE = 1_000_000_000

/** How many bytes an account or key may upload in a day. */
export const dayLimit = (): number => env().UPLOAD_MB_PER_DAY * KILOBYTE * KILOBYTE

const DAY = 24 * 3600

const dayOf = ({ id }: Actor, bytes = 0) => {
  const counted = { key: `upload:${id}`, tries: dayLimit() / KILOBYTE, seconds: DAY }
  return { ...counted, amount: Math.ceil(bytes / KILOBYTE) }
}

const dayInWords = (actor: Actor) => async (): Promise<string> => {
  const left = inMegabytes((await triesLeft(dayOf(actor))) * KILOBYTE)
  return `You can upload ${env().UPLOAD_MB_PER_DAY} MB in a day, and have ${left} left.`
}

/**
 * Counts a file against what its sender may upload in a day, in kilobytes. It stays counted if it is removed again.
 * @throws AppError `too_many_requests`, which says how much is left
 */
export async function countForDay(actor: Actor, { bytes }: Pick<StoredFile, "bytes">): Promise<void> {
  await takeTry([dayOf(actor, bytes)], dayInWords(actor))
}

/**
 * Gives back what was counted for files of which none is kept.
 * @param since a moment after that, of the database: a window that began later has not counted them
 */
export async function uncountForDay(actor: Actor, files: readonly Pick<StoredFile, "bytes">[], since?: Date) {
  const amount = files.reduce((sum, { bytes }) => sum + dayOf(actor, bytes).amount, 0)
  // The database counts in microseconds, of which a date has lost some.
  const endedBy = since && new Date(since.getTime() + DAY * 1000 + 1)
  if (amount > 0) await returnTry([{ ...dayOf(actor), amount }], endedBy)
}

/**
 * Checks, before a file of unknown size is taken in, that there is room for any.
 * @throws AppError `too_many_requests`, `insufficient_storage`
 */
export async function checkAnyRoom(actor: Actor): Promise<void> {
  await checkTries(dayOf(actor), dayInWords(actor))
  await checkTotal(1)
}

/** How many bytes the attachments of the utility may have in all; nothing when there is no limit. */
export const totalLimit = (): number | undefined => {
  const gigabytes = env().UPLOAD_GB_IN_ALL
  return gigabytes === undefined ? undefined : gigabytes * GIGABYTE
}

/**
 * Checks that the utility has room for more, beside uploads that have begun. Forms that arrive at the same time do not see
 * one another, so the limit may be passed by as much as they bring.
 * @param besides an upload whose file this is
 * @throws AppError `insufficient_storage`, which says how much is left
 */
export async function checkTotal(bytes: number, besides?: string, executor: Executor = db): Promise<void> {
  const most = totalLimit()
  if (most === undefined) return
  const left = Math.max(0, most - (await readTotal(executor)).bytes - (await bytesUnderWay(executor, besides)))
  if (bytes > left)
    throw new NoRoomLeft(
      "insufficient_storage",
      `The files of all customers can be up to ${inMegabytes(most)}, and ${inMegabytes(left)} are left. Send your request without this file.`,
    )
}

/** What another try would not change, other than a store that is full for the moment. */
export class NoRoomLeft extends AppError {}

/** What uploads have announced that were not judged yet. */
async function bytesUnderWay(executor: Executor, besides: string | undefined): Promise<number> {
  const [sum] = await executor
    .select({ bytes: sql<number>`coalesce(sum(${uploads.bytes}), 0)`.mapWith(Number) })
    .from(uploads)
    .leftJoin(attachments, eq(attachments.uploadId, uploads.id))
    .where(and(isNull(attachments.id), isNull(uploads.refusal), besides ? ne(uploads.id, besides) : undefined))
  return sum?.bytes ?? 0
}
