import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { sql } from "drizzle-orm"
import { db } from "@/db/client"
import { isStoreWritable } from "@/lib/attachments/writable"
import { isMailKept, isMailWaiting } from "@/lib/mail/is-kept"

interface Check {
  isFine: () => Promise<boolean>
  /** What is said when it is not. Everybody may read it. */
  otherwise: string
  /** Without it requests cannot be served. */
  needed: boolean
}

const holds = async (question: ReturnType<typeof sql>) => {
  const [row] = await db.execute<{ holds: boolean | null }>(question)
  return row?.holds === true
}

/** What has to be well, each apart. */
export const CHECKS = {
  database: {
    isFine: () => holds(sql`select true as holds`),
    otherwise: "does not answer",
    needed: true,
  },
  /** All that this version knows; a newer one, on its way in, may have added some. */
  migrations: {
    isFine: () =>
      holds(sql`select max(created_at) >= ${newestMigration()}::bigint as holds from drizzle.__drizzle_migrations`),
    otherwise: "not up to date",
    needed: true,
  },
  store: {
    isFine: isStoreWritable,
    otherwise: "cannot be written to",
    needed: true,
  },
  /** Any process that does jobs plans those of the coming minute. */
  worker: {
    isFine: () =>
      holds(sql`
        select max(coalesce(last_execution, known_since)) > now() - interval '3 minutes' as holds
        from graphile_worker._private_known_crontabs`),
    otherwise: "no worker has been seen for three minutes",
    needed: false,
  },
  mail: {
    isFine: async () => isMailKept() || (!isMailWaiting() && (await holds(NONE_TRIED_AGAIN))),
    otherwise: "waits in the queue",
    needed: false,
  },
} satisfies Record<string, Check>

const NONE_TRIED_AGAIN = sql`
  select not exists (
    select from graphile_worker._private_jobs where is_available and attempts > 0
      and task_id = (select id from graphile_worker._private_tasks where identifier = 'send_mail')
  ) as holds`

let newest: number | undefined

function newestMigration(): number {
  newest ??= readNewest()
  return newest
}

function readNewest(): number {
  const journal = resolve(/* turbopackIgnore: true */ "db/migrations/meta/_journal.json")
  const { entries } = JSON.parse(readFileSync(journal, "utf8")) as { entries: { when: number }[] }
  return Math.max(...entries.map(({ when }) => when))
}
