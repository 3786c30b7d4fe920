import { eq, sql } from "drizzle-orm"
import { integer, pgTable, text } from "drizzle-orm/pg-core"
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest"
import { atomically, db, one, reading, transaction } from "@/db/client"
import { isCutOff, isUnavailable, sqlState } from "@/db/errors"
import { env } from "@/lib/runtime/env"
import { type PgBouncer, startPgBouncer } from "@/lib/testing/pgbouncer"
import { checkDatabase } from "./check-address"
import { closeDatabase } from "./pools"
import { prepared } from "./prepared"

/** Fewer connections to the database than to the pooler, so that each statement finds itself on another. */
const FEW = { default_pool_size: 3, max_prepared_statements: 100 }

const notes = pgTable("notes", { id: integer("id").primaryKey(), text: text("text").notNull() })
const note = prepared((database) =>
  database
    .select()
    .from(notes)
    .where(eq(notes.id, sql.placeholder("id"))),
)
const listed = prepared((database) => database.select().from(notes).limit(sql.placeholder("rows")), { reading: true })

const direct = process.env.DATABASE_URL ?? ""
const others: PgBouncer[] = []
let bouncer: PgBouncer

const another = async (settings: Record<string, string | number>) => {
  const started = await startPgBouncer(direct, settings)
  others.push(started)
  return started.url
}
const failureOf = (work: PromiseLike<unknown>) =>
  Promise.resolve(work).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )

beforeAll(async () => {
  bouncer = await startPgBouncer(direct, FEW)
  Object.assign(process.env, { PGBOUNCER: "1", DATABASE_URL: bouncer.url, DATABASE_DIRECT_URL: direct })
})

beforeEach(async () => {
  await db.execute(sql`drop table if exists notes`)
  await db.execute(sql`create table notes (id integer primary key, text text not null)`)
  await db.insert(notes).values({ id: 1, text: "" })
})

afterEach(async () => {
  await Promise.all(others.splice(0).map((it) => it.stop()))
})

afterAll(async () => {
  await closeDatabase()
  await bouncer.stop()
})

const append = () =>
  transaction(async (tx) => {
    await tx.select().from(notes).where(eq(notes.id, 1)).for("update")
    await tx.update(notes).set({ text: sql`${notes.text} || 'x'` })
  })
const appendInOneGo = () =>
  atomically(sql`select * from notes where id = 1 for update`, sql`update notes set text = text || 'x' where id = 1`)

test("statements, prepared ones and transactions of many at once are all answered", async () => {
  await checkDatabase()
  const many = <T>(work: () => Promise<T>) => Array.from({ length: 40 }, work)
  const writes = Promise.all([...many(append), ...many(appendInOneGo)])
  const looks = await Promise.all([
    ...many(() => note.execute({ id: 1 })),
    ...many(() => listed.execute({ rows: 10 })),
    ...many(() => db.select().from(notes)),
  ])
  expect(looks.every((rows) => rows.length === 1)).toBe(true)
  await writes
  expect(one(await note.execute({ id: 1 })).text).toBe("x".repeat(80))
})

test("each transaction has its limits, and leaves none of them behind for others", async () => {
  const limit = sql`select current_setting('statement_timeout') as it`
  expect(await db.execute(limit)).toEqual([{ it: "4s" }])
  expect(await reading.execute(limit)).toEqual([{ it: "2s" }])
  expect(await transaction((tx) => tx.execute(limit))).toEqual([{ it: "4s" }])
  expect(await failureOf(reading.execute(sql`select pg_sleep(30)`))).toSatisfy(isCutOff)
  expect(sqlState(await failureOf(reading.update(notes).set({ text: "" })))).toBe("25006")
  const { default: postgres } = await import("postgres")
  const stranger = postgres(env().DATABASE_URL, { max: 1, fetch_types: false })
  expect(await stranger`select current_setting('statement_timeout') as it`).toEqual([{ it: "0" }])
  await stranger.end()
})

test("a transaction whose connection is killed between two statements keeps nothing", async () => {
  const work = transaction(async (tx) => {
    await tx.insert(notes).values({ id: 2, text: "before" })
    const { pid } = one(await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`))
    await db.execute(sql`select pg_terminate_backend(${pid}::int)`)
    await failureOf(tx.insert(notes).values({ id: 3, text: "after" }))
    await tx.insert(notes).values({ id: 4, text: "later" })
  })
  expect(await failureOf(work)).toSatisfy(isUnavailable)
  expect(await db.select().from(notes)).toHaveLength(1)
})

test("a pooler that nobody spoke of is refused in one line", async () => {
  const line = /^DATABASE_URL leads to a pooler: set PGBOUNCER=1, and DATABASE_DIRECT_URL .*\.$/
  const check = (url: string) =>
    checkDatabase({ ...env(), DATABASE_URL: url, DATABASE_DIRECT_URL: url, isPooled: false })
  await expect(check(bouncer.url)).rejects.toThrow(line)
  await expect(check(await another({ ...FEW, ignore_startup_parameters: "statement_timeout" }))).rejects.toThrow(line)
  await check(direct)
})

test("a pooler that loses prepared statements, as those before 1.21 do, is refused in one line", async () => {
  const url = await another({ ...FEW, max_prepared_statements: 0 })
  await expect(checkDatabase({ ...env(), DATABASE_URL: url })).rejects.toThrow(
    /^The pooler at 127.0.0.1:\d+ loses prepared statements: it must be PgBouncer 1.21 or later .*\.$/,
  )
})

test("a direct address that leads to a pooler is refused in one line", async () => {
  await expect(checkDatabase({ ...env(), DATABASE_DIRECT_URL: bouncer.url })).rejects.toThrow(
    /^DATABASE_DIRECT_URL leads to a pooler: .*\.$/,
  )
})
