import { and, desc, sql } from "drizzle-orm"
import { HELD } from "@/db/backup/queries"
import { db, transaction } from "@/db/client"
import { attachments } from "@/db/schema/requests"
import { isScannerSet, isScannerThere } from "@/lib/platform/scanner/clamd"
import { tellOfFiles } from "@/lib/requests/live/tell-of-files"
import { log } from "@/lib/runtime/log"

/** How many files a minute are queued that have no job, such as those from before there was a scanner. */
const MOST = 1000
/** After files that somebody waits for. */
const LATER = 10

/** Written out, because PostgreSQL uses the index of these files only for the very same predicate. */
const UNSCANNED = sql`scan in ('none', 'pending')`
/** However many cannot be scanned, they do not stand before the others. */
const WITHOUT_JOB = sql`not exists (select from graphile_worker.jobs j where j.key = 'scan:' || ${attachments.id})`

/**
 * Brings files that waited while the scanner was away before it as soon as it is back, and has it see those that came before
 * there was one: they stay open meanwhile, and the newest come first. Where there is no scanner any more, files that are
 * held are freed in time.
 */
export async function scanWaiting(): Promise<void> {
  if (!isScannerSet()) return freeHeld()
  if (!(await isScannerThere())) return log.warn("the virus scanner cannot be reached: files wait for it")
  await db.execute(RESUME_AWAY)
  await db.execute(RESUME_OTHERS)
  await db.execute(sql`
    select graphile_worker.add_job('scan_file', json_build_object('attachmentId', id), job_key => 'scan:' || id,
      job_key_mode => 'unsafe_dedupe', priority => ${LATER}::int)
    from (${unscanned(MOST)}) waiting`)
}

/**
 * A process that was started without CLAMD_HOST by mistake frees nothing that the others are about to have scanned, and there
 * is time to see it in the log.
 */
async function freeHeld(): Promise<void> {
  const freed = await transaction(async (tx) => {
    const files = await tx
      .update(attachments)
      .set({ scan: "none" })
      .where(sql`scan = 'pending' and created_at < now() - interval '1 hour'`)
      .returning({ requestId: attachments.requestId, openDraftId: attachments.openDraftId })
    await tellOfFiles(tx, files)
    return files
  })
  if (freed.length > 0)
    log.warn(
      { files: freed.length },
      "CLAMD_HOST is not set in this process: files that were held for more than an hour are free, and nothing has scanned them",
    )
}

/** Jobs that have failed, but those that a restore holds back. */
const FAILED = sql`
  task_identifier = 'scan_file' and locked_at is null and attempts > 0 and run_at < now() + ${HELD}::interval / 2`

const AWAY = sql`coalesce(last_error, '') like '%The virus scanner cannot be reached%'`

/** Those that failed because the scanner was away, also if they were given up. */
const RESUME_AWAY = sql`
  select graphile_worker.reschedule_jobs(array(
    select id from graphile_worker.jobs where ${FAILED} and ${AWAY}), run_at := now(), attempts := 0)`

/**
 * Others keep their growing pauses until these are long, and are then tried every ten minutes for good: what was wrong, such
 * as a limit of clamd or a store that was away, is put right some day, and somebody waits for the file.
 */
const RESUME_OTHERS = sql`
  select graphile_worker.reschedule_jobs(array(
    select id from graphile_worker.jobs where ${FAILED} and not ${AWAY}
      and (attempts >= max_attempts or run_at > now() + interval '11 minutes')),
    run_at := now() + interval '10 minutes', attempts := 6)`

const unscanned = (most: number) =>
  db
    .select({ id: attachments.id })
    .from(attachments)
    .where(and(UNSCANNED, WITHOUT_JOB))
    .orderBy(desc(attachments.scan), desc(attachments.id))
    .limit(most)
