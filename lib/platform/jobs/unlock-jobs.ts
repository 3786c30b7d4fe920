import { type SQL, sql } from "drizzle-orm"
import { db } from "@/db/client"
import { log } from "@/lib/runtime/log"

/** Frees what workers held that ended without giving it back. */
export async function freeJobsOf(workers: SQL | Iterable<string>): Promise<void> {
  const names =
    Symbol.iterator in workers ? sql`select json_array_elements_text(${JSON.stringify([...workers])})` : workers
  await db.execute(sql`select graphile_worker.force_unlock_workers(array(${names}))`)
}

const ABANDONED = sql`
  select distinct locked_by from graphile_worker.jobs where locked_at < now() - interval '5 minutes'`

/** Frees the jobs of workers that were killed: none takes minutes. The library itself would wait for four hours. */
export async function freeAbandonedJobs(): Promise<void> {
  await freeJobsOf(ABANDONED).catch((err: unknown) =>
    log.warn({ err }, "jobs of killed workers could not be freed; it is tried again"),
  )
}
