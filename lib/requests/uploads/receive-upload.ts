import { eq } from "drizzle-orm"
import { v7 } from "uuid"
import { db } from "@/db/client"
import { uploads } from "@/db/schema/uploads"
import { AppError } from "@/lib/model/errors"
import { homeNamed } from "@/lib/platform/storage/homes"
import { forgetReceived } from "@/lib/platform/storage/receive-file"
import { receiveJudged } from "@/lib/platform/storage/restore-file"
import { storing } from "@/lib/platform/storage/store-file"
import { noSuchUpload } from "./own-uploads"

/** What comes in for an upload, whose address has been checked. */
export interface SentContent {
  mediaType: string | null
  /** As its sender says; unknown when they do not. */
  bytes: number | undefined
  content: AsyncIterable<Uint8Array>
}

/**
 * Streams what is sent for an upload to where its home keeps what has not been judged yet, whole or not at all, in place of
 * what was sent before.
 * @throws AppError `not_found`, `unsupported_media_type` for another type than announced, `invalid` for another length,
 *   `conflict` while the same upload comes in, `insufficient_storage` or `unavailable` as `storeFile` does
 */
export async function receiveUpload(id: string, { mediaType, bytes, content }: SentContent): Promise<void> {
  const [upload] = await db.select().from(uploads).where(eq(uploads.id, id))
  if (!upload) throw noSuchUpload()
  if (mediaType?.toLowerCase() !== upload.mediaType)
    throw new AppError("unsupported_media_type", `Send the content as ${upload.mediaType}, as you have announced it.`)
  if (bytes !== undefined && bytes !== upload.bytes) throw otherLength(upload.bytes)
  if (underWay.has(id))
    throw new AppError("conflict", "This upload is being sent already. Wait until that has ended.", { retryAfter: 2 })
  const home = homeNamed(upload.home)
  const received = v7()
  underWay.add(id)
  await storing(home, async () => {
    const written = await receiveJudged(received, exactly(upload.bytes, content))
    await home.keepSent(id, received, written)
  }).finally(() => {
    underWay.delete(id)
    return forgetReceived(received)
  })
}

/** The uploads that this process receives: one address must not fill a disk or keep all connections busy. */
const underWay = new Set<string>()

async function* exactly(bytes: number, content: AsyncIterable<Uint8Array>) {
  let seen = 0
  try {
    for await (const chunk of content) {
      seen += chunk.length
      if (seen > bytes) throw otherLength(bytes)
      yield chunk
    }
  } catch (thrown) {
    throw thrown instanceof AppError ? thrown : new AppError("invalid", "The upload was interrupted.")
  }
  if (seen < bytes) throw otherLength(bytes)
}

const otherLength = (bytes: number) => new AppError("invalid", `Send the ${bytes} bytes that you have announced.`)
