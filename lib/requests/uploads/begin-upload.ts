import { sql } from "drizzle-orm"
import { one, transaction } from "@/db/client"
import { uploads } from "@/db/schema/uploads"
import type { Actor } from "@/lib/model/actor"
import { MAX_ATTACHMENTS, typeForSize } from "@/lib/model/attachment"
import { AppError } from "@/lib/model/errors"
import { permit } from "@/lib/model/policy"
import { currentHome } from "@/lib/platform/storage/homes"
import { discardFiles } from "@/lib/platform/storage/quarantine"
import { checkSize } from "@/lib/platform/storage/receive-file"
import { cleanName, storing } from "@/lib/platform/storage/store-file"
import { checkTotal, countForDay, uncountForDay } from "@/lib/requests/attachments/quotas"
import type { BegunUpload, UploadToBegin } from "./contract"
import { dropLeftover } from "./drop-leftover"
import { isOwnSql, ownerOf } from "./own-uploads"
import { UPLOAD_SECONDS, uploadAddress } from "./upload-address"

/**
 * So many uploads may wait to be attached: those of a request and as many that something came between, and more for a key,
 * which uploads for many people. Another takes the place of a leftover.
 */
const MOST_UNATTACHED = { account: 2 * MAX_ATTACHMENTS, key: 500 }

/**
 * Begins an upload of the actor, and tells where its content is sent.
 * @throws AppError `forbidden` when the actor may attach nothing, `too_large`, `conflict` when too many of their uploads
 *   were begun lately and are on their way, or of a key not attached, `too_many_requests` as `keepUpload` does, `insufficient_storage` when nothing can be stored
 */
export async function beginUpload(actor: Actor, { name: given, ...announced }: UploadToBegin): Promise<BegunUpload> {
  permit(actor, "request.attach")
  const name = cleanName(given)
  checkSize(name, announced.bytes, typeForSize(announced.mediaType))
  const home = currentHome()
  const { id, dropped } = await storing(home, async () => {
    await checkTotal(announced.bytes)
    await countForDay(actor, announced)
    try {
      return await insertUpload(actor, { ...announced, name, home: home.name })
    } catch (thrown) {
      await uncountForDay(actor, [announced])
      throw thrown
    }
  })
  await discardFiles(dropped)
  const expiresAt = new Date(Date.now() + UPLOAD_SECONDS * 1000)
  const fallbackUrl = uploadAddress(id, expiresAt)
  return {
    id,
    method: "PUT",
    uploadUrl: (await home.sendingAddressOf(id, announced, UPLOAD_SECONDS)) ?? fallbackUrl,
    fallbackUrl,
    headers: { "content-type": announced.mediaType, "content-length": String(announced.bytes) },
    expiresAt,
  }
}

type NewUpload = Omit<typeof uploads.$inferInsert, "accountId" | "apiKeyId">

const insertUpload = (actor: Actor, row: NewUpload) =>
  transaction(async (tx) => {
    // Those that one person begins at the same time count each other.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`uploads:${actor.id}`}, 0))`)
    const most = actor.key ? MOST_UNATTACHED.key : MOST_UNATTACHED.account
    const isFull = (await tx.$count(uploads, isOwnSql(actor))) >= most
    const dropped = isFull ? await dropLeftover(tx, actor) : []
    if (isFull && dropped.length === 0) throw tooMany(actor, most)
    const begun = await tx
      .insert(uploads)
      .values({ ...row, ...ownerOf(actor) })
      .returning()
    return { ...one(begun), dropped }
  })

function tooMany({ key }: Actor, most: number): AppError {
  const now = key
    ? `You have ${most} uploads that are not attached. Attach or delete some of them,`
    : `You are sending ${most} files at the same time. Wait until some of them have arrived,`
  const message = `${now} or try again in ${UPLOAD_SECONDS / 60} minutes.`
  return new AppError("conflict", message, { retryAfter: UPLOAD_SECONDS })
}
