import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gunzipSync } from "node:zlib"
import postgres, { type Sql } from "postgres"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import { type Embedded, startEmbedded } from "@/db/embedded"
import { migrate } from "@/db/migrate"
import { allMigrations } from "@/db/migrations"
import { binariesOf } from "@/db/testing-binaries"

/** Each major version makes a server, and may have to be installed first. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 300_000 })

/** Deleting an account took its confirmation along, as if its requests had waited all the time (0017). */
const confirmed = (row: Row) => (row.state === "deleted" ? { ...row, email_verified_at: expect.anything() } : row)
/** Who was last assigned something is known from its decisions (0010). */
const withoutLastAssigned = ({ last_assigned_at: _dropped, ...row }: Row) => row

/** What each release left in a database: its last migration, and what later ones change on purpose of its data. */
const RELEASES: { version: string; last: string; changed: Record<string, (row: Row) => Row> }[] = [
  { version: "0.1.0", last: "0001_staff_load", changed: { staff: withoutLastAssigned } },
  {
    version: "0.2.0",
    last: "0009_credentials_of_deleted_accounts",
    changed: { staff: withoutLastAssigned, accounts: confirmed },
  },
  { version: "0.3.0", last: "0012_service_level_checks", changed: { accounts: confirmed } },
  { version: "0.4.0", last: "0018_queued_by_category", changed: {} },
  { version: "0.5.0", last: "0021_open_requests_of_customers", changed: {} },
]

type Row = Record<string, unknown>

const migrations = allMigrations()
const upTo = (last: string) => migrations.slice(0, migrations.findIndex(({ name }) => name === last) + 1)

describe.each([15, 16, 17, 18] as const)("on PostgreSQL %s", (major) => {
  let server: Embedded
  let folder: string
  let fresh: unknown

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), `gas-upgrade-${major}-`))
    const binaries = major === 18 ? undefined : binariesOf(major)
    server = await startEmbedded({ folder, database: "fresh", settings: ["fsync=off"], binaries })
    await migrate(server.url)
    fresh = await using(server.url, schemaOf)
  })

  afterAll(async () => {
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it("a fresh installation migrates, twice without harm", async () => {
    const [told] = await using(server.url, (sql) => sql`show server_version_num`)
    expect(Math.floor(Number(told?.server_version_num) / 10_000)).toBe(major)
    await migrate(server.url)
    expect(await using(server.url, schemaOf)).toEqual(fresh)
  })

  it.each(RELEASES)(
    "$version comes up to date with all its data, and no different from a fresh installation",
    async ({ version, last, changed }) => {
      const url = await emptyDatabase(server, `from_${version.replaceAll(".", "_")}`)
      await migrate(url, upTo(last))
      const before = await using(url, async (sql) => {
        await fill(sql, version)
        return contentsOf(sql)
      })
      await migrate(url)
      const { after, schema, unlike } = await using(url, async (sql) => ({
        after: await contentsOf(sql, before),
        schema: await schemaOf(sql),
        unlike: await unlikeTriggers(sql),
      }))
      const expected = Object.entries(before).map(([table, rows]) => [table, rows.map(changed[table] ?? ((it) => it))])
      expect(rowsIn(before)).toBeGreaterThan(200)
      expect(after).toEqual(Object.fromEntries(expected))
      expect(schema).toEqual(fresh)
      expect(unlike).toEqual([])
    },
  )
})

async function using<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  return work(sql).finally(() => sql.end())
}

/** What requests are found by where the triggers would write something else than the migrations have. */
const unlikeTriggers = (sql: Sql) =>
  sql.begin(async (own) => {
    await own`select refresh_request_search(array(select id from service_requests))`
    return own`select * from request_search where xmin::text = pg_current_xact_id()::text`
  })

async function emptyDatabase({ url }: Embedded, name: string): Promise<string> {
  await using(url, (sql) => sql`create database ${sql(name)}`)
  return url.replace(/\/fresh$/, `/${name}`)
}

/** As a restored backup comes: without triggers, over whatever the migrations themselves have put there. */
async function fill(sql: Sql, version: string): Promise<void> {
  const data = gunzipSync(readFileSync(`db/released/${version}.sql.gz`)).toString()
  const tables = (await tablesOf(sql)).map((name) => `"${name}"`).join(", ")
  await sql.unsafe(`set session_replication_role = replica; truncate ${tables}; ${data}`)
}

async function tablesOf(sql: Sql): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' order by 1`
  return rows.map(({ name }) => name)
}

type Contents = Record<string, Row[]>

const rowsIn = (contents: Contents) => Object.values(contents).flat().length

/** All rows of all tables, in an order of their own; when `like` others were read, what became of those rows and columns. */
async function contentsOf(sql: Sql, like?: Contents): Promise<Contents> {
  const contents: Contents = {}
  for (const table of like ? Object.keys(like) : await tablesOf(sql)) {
    const rows = await sql<{ row: Row }[]>`select to_jsonb(t) as row from ${sql(table)} t`
    const all = rows.map(({ row }) => row)
    contents[table] = inOrder(like ? onlyLike(like[table] ?? [], all) : all)
  }
  return contents
}

function onlyLike(before: Row[], after: Row[]): Row[] {
  const columns = Object.keys(before[0] ?? {})
  const keys = new Set(before.map(keyOf))
  const narrowed = after.map((row) => Object.fromEntries(columns.filter((it) => it in row).map((it) => [it, row[it]])))
  return narrowed.filter((row) => keys.has(keyOf(row)))
}

const keyOf = (row: Row) => String(row.id ?? row.account_id ?? JSON.stringify(row))

const inOrder = (rows: Row[]) => rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))

/** Everything that the catalogue says of our tables, types, functions and triggers. */
async function schemaOf(sql: Sql): Promise<unknown> {
  const columns = await sql`
    select table_name, column_name, data_type, udt_name, is_nullable, column_default, is_generated
    from information_schema.columns where table_schema = 'public' order by 1, 2`
  const indexes = await sql`select indexdef from pg_indexes where schemaname = 'public' order by 1`
  const invalid = await sql`select indexrelid::regclass::text from pg_index where not indisvalid`
  const constraints = await sql`
    select conrelid::regclass::text as on_table, conname, pg_get_constraintdef(oid) as def, convalidated
    from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2`
  const triggers = await sql`select pg_get_triggerdef(oid) as def from pg_trigger where not tgisinternal order by 1`
  const functions = await sql`
    select pg_get_functiondef(oid) as def from pg_proc where pronamespace = 'public'::regnamespace order by 1`
  const labels = await sql`
    select enumtypid::regtype::text as type, enumlabel from pg_enum order by 1, enumsortorder`
  return { columns, indexes, invalid, constraints, triggers, functions, labels }
}
