import { sql } from "drizzle-orm"
import { db } from "@/db/client"
import { allMigrations } from "@/db/migrations"
import { isMailKept, isMailWaiting } from "@/lib/platform/mail/delivery-mode"
import { isScannerSet } from "@/lib/platform/scanner/clamd"
import { isStoreWritable } from "@/lib/platform/storage/is-store-writable"
import { countHeld } from "@/lib/requests/attachments/count-held"

interface Check {
  isFine: () => Promise<boolean>
  /** The message when it is not fine. It is public. */
  otherwise: string
  /** Without it requests cannot be served. */
  needed: boolean
}

const holds = async (question: ReturnType<typeof sql>) => {
  const [row] = await db.execute<{ holds: boolean | null }>(question)
  return row?.holds === true
}

/** The parts that must work, each checked on its own. */
export const CHECKS = {
  database: {
    isFine: () => holds(sql`select true as holds`),
    otherwise: "does not respond",
    needed: true,
  },
  /** All that this version knows; a newer one may have added some, unless they close the database to older ones. */
  migrations: {
    isFine: () =>
      holds(sql`
        select max(created_at) >= ${newestMigration()}::bigint
          and (select coalesce(max(created_at), 0) from drizzle.needed_migrations) <= ${newestMigration()}::bigint as holds
        from drizzle.__drizzle_migrations`),
    otherwise: "not up to date",
    needed: true,
  },
  /** Requests are filed without files then. */
  store: {
    isFine: isStoreWritable,
    otherwise: "files cannot be stored: see the log",
    needed: false,
  },
  /** Any process that does jobs plans those of the coming minute, each minute. */
  worker: {
    isFine: () =>
      holds(sql`
        select max(coalesce(last_execution, known_since)) > now() - interval '90 seconds' as holds
        from graphile_worker._private_known_crontabs`),
    otherwise: "no worker has been seen for 90 seconds",
    needed: false,
  },
  mail: {
    isFine: async () => isMailKept() || (!isMailWaiting() && (await holds(NONE_WAITS))),
    otherwise: "waits in the queue",
    needed: false,
  },
  /** Files that it has not seen are held. */
  scanner: {
    isFine: async () => !isScannerSet() || (await countHeld()) === 0,
    otherwise: "files wait to be checked for viruses",
    needed: false,
  },
} satisfies Record<string, Check>

/** None that is tried again, and none that nobody has tried for five minutes. */
const NONE_WAITS = sql`
  select not exists (
    select from graphile_worker._private_jobs
    where is_available and (attempts > 0 or run_at < now() - interval '5 minutes')
      and task_id = (select id from graphile_worker._private_tasks where identifier = 'send_mail')
  ) as holds`

let newest: number | undefined

/** Read once: the files do not change under a running app. */
function newestMigration(): number {
  newest ??= allMigrations().at(-1)?.madeAt ?? 0
  return newest
}
