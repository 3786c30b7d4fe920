import { sql } from "drizzle-orm"
import { db, type Executor } from "@/db/client"
import { fileTallies } from "@/db/schema/requests"
import type { Held } from "./room"

/** How many attachments there are and how large they are, whatever their number, without looking at them. */
export async function readTotal(executor: Executor = db): Promise<Held> {
  const [total] = await executor
    .select({
      files: sql<number>`coalesce(sum(${fileTallies.files}), 0)`.mapWith(Number),
      bytes: sql<number>`coalesce(sum(${fileTallies.bytes}), 0)`.mapWith(Number),
    })
    .from(fileTallies)
  return total ?? { files: 0, bytes: 0 }
}

/** Sums up all rows of the running total into one. Whoever reads meanwhile sees either. */
export async function foldTallies(): Promise<void> {
  await db.execute(sql`
    with gone as (delete from ${fileTallies} returning files, bytes)
    insert into ${fileTallies} (files, bytes) select sum(files), sum(bytes) from gone having count(*) > 0`)
}
