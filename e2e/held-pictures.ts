import { inDatabase } from "./embedded"

/**
 * Has the pictures of a photo wait until they are let go.
 * @throws Error when they are being made already
 */
export async function holdPictures(attachmentId: string): Promise<void> {
  const held = await inDatabase(
    (sql) => sql`
      update graphile_worker._private_jobs set run_at = now() + interval '1 hour'
      where key = ${`pictures:${attachmentId}`} and locked_at is null returning id`,
  )
  if (held.length === 0) throw new Error(`The pictures of attachment ${attachmentId} are being made already.`)
}

export async function letPicturesGo(attachmentId: string): Promise<void> {
  await inDatabase(
    (sql) => sql`
      update graphile_worker._private_jobs set run_at = now() where key = ${`pictures:${attachmentId}`}`,
  )
}
