import { v7 } from "uuid"
import type { uploads } from "@/db/schema/uploads"
import { AppError } from "@/lib/model/errors"
import { KEPT_REFUSALS, type KeptRefusal } from "@/lib/model/refused-file"
import { homeNamed } from "@/lib/platform/storage/homes"
import { type JudgedFile, judge } from "@/lib/platform/storage/receive-file"
import { storing } from "@/lib/platform/storage/store-file"
import { log } from "@/lib/runtime/log"

type Sent = typeof uploads.$inferSelect

/** What was found, of the file that it was found of. */
export type JudgedUpload = { fileId: string } & (
  | { judged: JudgedFile; refusal?: undefined }
  | { refusal: KeptRefusal; judged?: undefined }
)

/**
 * Copies what was sent for an upload to where its sender does not reach it, so that what is judged is what is kept, and
 * judges the copy. Returns nothing when there is nothing.
 * @throws AppError `insufficient_storage` or `unavailable` when the store cannot be used
 */
export async function judgeSent({ id, name, bytes, sha256, home: named }: Sent): Promise<JudgedUpload | undefined> {
  const home = homeNamed(named)
  const fileId = v7()
  // What a store did not answer it may have done all the same.
  const forget = () => home.remove(fileId).catch(() => {})
  try {
    if (!(await storing(home, () => home.takeSent(id, fileId)))) return undefined
    const content = await home.open(fileId, "files")
    if (!content) throw cannotBeReached()
    const judged = await judge(name, chunksOf(content), () => {})
    if (judged.bytes !== bytes) throw new AppError("invalid", `“${name}” is not as long as announced.`)
    if (sha256 !== null && judged.sha256 !== sha256)
      throw new AppError("invalid", `“${name}” has another SHA-256 than announced.`)
    return { fileId, judged }
  } catch (thrown) {
    if (thrown instanceof AppError && isKept(thrown.code))
      return { fileId, refusal: { code: thrown.code, message: thrown.message } }
    await forget()
    throw thrown
  }
}

const isKept = (code: string): code is KeptRefusal["code"] => (KEPT_REFUSALS as readonly string[]).includes(code)

/** A store may break off in the middle of a file. */
async function* chunksOf(content: AsyncIterable<Uint8Array>) {
  try {
    yield* content
  } catch (err) {
    log.error({ err }, "an upload could not be read")
    throw cannotBeReached()
  }
}

const cannotBeReached = () =>
  new AppError("unavailable", "Files cannot be reached at the moment. Try again in a few seconds.", { retryAfter: 5 })
