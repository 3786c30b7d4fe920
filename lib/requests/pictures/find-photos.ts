import { and, desc, inArray, like, not, sql } from "drizzle-orm"
import { db, one } from "@/db/client"
import { attachments, WITHOUT_PICTURE } from "@/db/schema/requests"
import { enqueuePictures } from "./enqueue-pictures"

/** So many may wait at most: new photos are not kept waiting for long. */
const MOST = 60
/** So many other files are decided about each minute. */
const OTHERS = 1000

const IS_PHOTO = like(attachments.mediaType, "image/%")

/**
 * Has pictures made of photos that the release before took in, newest first since those are looked at, and of those whose
 * job was lost. Photos of the last ten minutes have jobs of their own.
 */
export async function findPhotos(): Promise<void> {
  await settleOthers()
  const { waiting } = one(
    await db.execute<{ waiting: number }>(sql`
      select count(*)::int as waiting from graphile_worker.jobs
      where task_identifier = 'make_pictures' and attempts < max_attempts`),
  )
  const room = Math.max(0, MOST - waiting)
  const found = await db
    .select({ id: attachments.id })
    .from(attachments)
    .where(
      and(
        WITHOUT_PICTURE,
        IS_PHOTO,
        sql`${attachments.createdAt} < now() - interval '10 minutes'`,
        sql`not exists (select from graphile_worker.jobs j where j.key = 'pictures:' || ${attachments.id})`,
      ),
    )
    .orderBy(desc(attachments.id))
    .limit(room)
  await enqueuePictures(
    db,
    found.map(({ id }) => id),
    { old: true },
  )
}

/** Files of the release before that are no photos have no pictures, which it did not say. */
async function settleOthers(): Promise<void> {
  const some = db
    .select({ id: attachments.id })
    .from(attachments)
    .where(and(WITHOUT_PICTURE, not(IS_PHOTO)))
    .limit(OTHERS)
    .for("update", { skipLocked: true })
  await db.update(attachments).set({ picture: "none" }).where(inArray(attachments.id, some))
}
