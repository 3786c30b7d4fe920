import postgres, { type Sql } from "postgres"
import { afterEach, beforeEach, expect, inject, it, vi } from "vitest"
import { ensureSchema } from "@/db/ensure-schema"
import { migrate, missingMigrations } from "@/db/migrate"
import { allMigrations, type Migration, type Mode } from "@/db/migrations"
import { copyOf } from "@/db/testing"

const known = allMigrations()
let url: string
let sql: Sql

beforeEach(async () => {
  url = await copyOf(inject("template"), `migrate_${process.env.VITEST_POOL_ID ?? "1"}`)
  sql = postgres(url, { max: 3, onnotice: () => undefined })
})

afterEach(() => sql.end())

let made = 0

/** The migrations of this version, and one that is made after them. */
function andThen(mode: Mode, ...statements: string[]): Migration[] {
  const madeAt = (known.at(-1)?.madeAt ?? 0) + ++made
  return [...known, { name: `9999_${made}`, mode, statements, madeAt, hash: `hash ${made}` }]
}

const namesOf = (rows: readonly Record<string, unknown>[]) => rows.map(({ name }) => name)
const tables = async () =>
  namesOf(await sql`select tablename as name from pg_tables where tablename like 'made%' order by 1`)
const indexes = async () =>
  namesOf(
    await sql`
    select relname as name from pg_index join pg_class on pg_class.oid = indexrelid where relname like 'made%' and indisvalid`,
  )

it("a migration is all or nothing, and names itself when it fails", async () => {
  const broken = andThen("one transaction", "create table made (id int)", "select 1 / 0")
  await expect(migrate(url, broken)).rejects.toThrow(/^Migration 9999_\d+: division by zero/)
  expect(await tables()).toEqual([])
  expect(await missingMigrations(url, broken)).toEqual([broken.at(-1)?.name])
})

it("those before one that fails stay done", async () => {
  const first = andThen("one transaction", "create table made (id int)")
  const [broken] = andThen("one transaction", "select 1 / 0").slice(-1)
  await expect(migrate(url, [...first, broken as Migration])).rejects.toThrow("division by zero")
  expect(await tables()).toEqual(["made"])
  await migrate(url, first)
})

it("an enum value can be used by the migration after the one that adds it", async () => {
  const first = andThen("one transaction", "alter type account_state add value 'frozen'")
  const [second] = andThen("one transaction", "update accounts set state = 'frozen' where state = 'frozen'").slice(-1)
  await migrate(url, [...first, second as Migration])
  expect(await missingMigrations(url, [...first, second as Migration])).toEqual([])
})

it("two processes that start together migrate once, also what is built concurrently", async () => {
  const wanted = andThen(
    "each statement on its own",
    "create index concurrently if not exists made_by_name on accounts (name)",
  )
  await Promise.all([migrate(url, wanted), migrate(url, wanted), migrate(url, wanted)])
  expect(await indexes()).toEqual(["made_by_name"])
})

it("an index that was left half built is built anew", async () => {
  await sql`create index made_by_phone on accounts (phone)`
  await sql`update pg_index set indisvalid = false where indexrelid = 'made_by_phone'::regclass`
  await migrate(
    url,
    andThen("each statement on its own", "create index concurrently if not exists made_by_phone on accounts (phone)"),
  )
  expect(await indexes()).toEqual(["made_by_phone"])
})

it("a backfill is done in batches until nothing is left", async () => {
  await sql`create table made as select id, false as done from generate_series(1, 25) id`
  await migrate(
    url,
    andThen("in batches", "update made set done = true where id in (select id from made where not done limit 10)"),
  )
  expect(await sql`select count(*)::int as open from made where not done`).toEqual([{ open: 0 }])
  const batches = await sql`select count(distinct xmin::text)::int as batches from made`
  expect(batches).toEqual([{ batches: 3 }])
})

it("a table in use is waited for, and nobody else waits behind for more than the limit", async () => {
  const blocker = await sql.reserve()
  await blocker`begin`
  await blocker`select from accounts`
  const migrated = migrate(url, andThen("one transaction", "alter table accounts add column made int"))
  await expect.poll(waitingForLock, { timeout: 10_000 }).toBe(1)
  const begun = performance.now()
  await sql`select from accounts`
  expect(performance.now() - begun).toBeLessThan(3000)
  await blocker`commit`
  blocker.release()
  await migrated
  expect(await sql`select column_name from information_schema.columns where column_name = 'made'`).toHaveLength(1)
})

const waitingForLock = async () =>
  (await sql`select from pg_locks where not granted and relation = 'accounts'::regclass`).length

it("an older version goes on with a newer database, unless that is closed to it", async () => {
  await migrate(url, andThen("one transaction", "create table made (id int)"))
  await migrate(url, known)
  await migrate(url, andThen("one transaction, older versions stop", "drop table made"))
  await expect(migrate(url, known)).rejects.toThrow("A newer version of the app has changed the database")
  await expect(missingMigrations(url, known)).rejects.toThrow("A newer version of the app has changed the database")
})

it("where migrating is a step of its own, an app whose database lacks something says so and changes nothing", async () => {
  await sql`delete from drizzle.__drizzle_migrations where created_at = ${known.at(-1)?.madeAt ?? 0}`
  vi.stubEnv("MIGRATIONS", "manual")
  vi.stubEnv("DATABASE_URL", url)
  await expect(ensureSchema()).rejects.toThrow(`older than this version: ${known.at(-1)?.name} is missing`)
})

it("a change of a table gives way to whoever uses it, so none is made outside a transaction", () => {
  const alone = known.filter(({ mode }) => mode === "each statement on its own").flatMap(({ statements }) => statements)
  expect(alone.filter((it) => /^\s*alter\s+table\b(?![\s\S]*\bvalidate\b)/im.test(it))).toEqual([])
})
