import { sql } from "drizzle-orm"
import type { Executor } from "@/db/client"
import { requestFlagSql } from "@/lib/platform/jobs/request-flag"

/** After everything else: nobody's emergency waits for a picture. */
const PRIORITY = 10
/** Photos of before this release come after new ones. */
const OLD_PRIORITY = 20

/**
 * Has the pictures of attachments made. They are made one after the other, whatever the number of workers: each may take
 * much memory, and a lot of photos must not keep other jobs waiting. A photo whose job is there, or failed for the last
 * time, gets no second one.
 */
export async function enqueuePictures(tx: Executor, ids: readonly string[], { old = false } = {}): Promise<void> {
  if (ids.length === 0) return
  await tx.execute(sql`
    select graphile_worker.add_job('make_pictures', json_build_object('attachmentId', id), queue_name => 'pictures',
      job_key => 'pictures:' || id, job_key_mode => 'unsafe_dedupe', priority => ${old ? OLD_PRIORITY : PRIORITY}::int,
      flags => ${requestFlagSql()})
    from unnest(${`{${ids.join()}}`}::uuid[]) id`)
}
