import { and, eq, type SQL } from "drizzle-orm"
import type { Executor } from "@/db/client"
import { attachments } from "@/db/schema/requests"
import { uploads } from "@/db/schema/uploads"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"

/** An upload with the file that it has become, if that was accepted. */
export type OwnUpload = Awaited<ReturnType<typeof readOwnUploads>>[number]

/** Whose an upload is. */
export const ownerOf = ({ key, id }: Actor) => (key ? { apiKeyId: key.id } : { accountId: id })

export const isOwnSql = (actor: Actor): SQL =>
  actor.key ? eq(uploads.apiKeyId, actor.key.id) : eq(uploads.accountId, actor.id)

/** The uploads of the actor of which something is true. Those of others are not there for them. */
export const readOwnUploads = (executor: Executor, actor: Actor, which: SQL) =>
  executor
    .select({ upload: uploads, file: attachments })
    .from(uploads)
    .leftJoin(attachments, eq(attachments.uploadId, uploads.id))
    .where(and(isOwnSql(actor), which))

/** @throws AppError `not_found` when the actor has no such upload, or it was attached or deleted */
export async function readOwnUpload(executor: Executor, actor: Actor, id: string): Promise<OwnUpload> {
  const [found] = await readOwnUploads(executor, actor, eq(uploads.id, id))
  if (!found) throw noSuchUpload()
  return found
}

export const noSuchUpload = () =>
  new AppError("not_found", "You have no such upload. It may have been attached, or deleted after 24 hours.")
