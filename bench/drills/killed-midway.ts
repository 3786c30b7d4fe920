import { setTimeout as sleep } from "node:timers/promises"
import { sql } from "drizzle-orm"
import { drizzle } from "drizzle-orm/postgres-js"
import postgres from "postgres"
import { db, one, type Tx, transaction } from "@/db/client"
import { closeDatabase } from "@/db/pools"

const TRIALS = 20

type Begin = (work: (tx: Tx) => Promise<void>) => Promise<unknown>
type Ask = () => Promise<unknown>

/**
 * A connection killed between two statements of a transaction must leave nothing committed. Other requests go on
 * meanwhile: it is for them that a driver reconnects, and then the rest of the transaction runs outside of it.
 */
export async function killedMidway(url: string): Promise<boolean> {
  const killer = postgres(url, { max: 1 })
  const bare = postgres(url, { max: 4, onnotice: () => undefined })
  const survived = () => undefined
  process.on("uncaughtException", survived)
  await killer`create table drill (trial int, step text)`

  /** How many trials left something behind. */
  async function leaks(name: string, begin: Begin, ask: Ask): Promise<number> {
    await killer`truncate drill`
    for (let trial = 0; trial < TRIALS; trial++) {
      const work = begin(async (tx) => {
        const step = (what: string) => tx.execute(sql`insert into drill values (${trial}::int, ${what})`)
        await step("before")
        const { pid } = one(await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`))
        await killer`select pg_terminate_backend(${pid})`
        // Almost at once, a little later, and long after the driver has noticed.
        await sleep([1, 10, 50][trial % 3])
        await Promise.race([Promise.allSettled(Array.from({ length: 20 }, ask)), sleep(500)])
        await step("after").catch(() => undefined)
        await step("later").catch(() => undefined)
      })
      // Unguarded, some of these never settle.
      await Promise.race([work.catch(() => undefined), sleep(1000)])
    }
    await sleep(200)
    const [row] = await killer<{ leaked: number }[]>`select count(distinct trial)::int as leaked from drill`
    const leaked = row?.leaked ?? TRIALS
    console.log(`killed midway, ${name}: ${leaked} of ${TRIALS} transactions left something behind`)
    return leaked
  }

  const guarded = await leaks("guarded", transaction, async () => db.execute(sql`select 1`))
  const unguarded = drizzle(bare)
  await leaks(
    "the driver alone",
    (work) => unguarded.transaction(work),
    async () => unguarded.execute(sql`select 1`),
  )

  const [{ answered } = { answered: 0 }] = await db.execute<{ answered: number }>(sql`select 1 as answered`)
  process.off("uncaughtException", survived)
  await Promise.all([bare.end({ timeout: 1 }), closeDatabase()])
  // The other drills have a database as the app makes it.
  await killer`drop table drill`
  await killer.end()
  return guarded === 0 && answered === 1
}
