import { sql } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { db, transaction } from "@/db/client"
import { allMigrations } from "@/db/migrations"
import { headOfChain, sealEntries } from "./seal-entries"
import { verifyAudit } from "./verify"

const NAME = "audit_redactions"
const TABLES = ["audit_entries", "audit_redactions", "audit_seals"]

/** What only whoever owns the database can do: the triggers are theirs, too. */
const asOwner = (...statements: string[]) =>
  transaction(async (tx) => {
    const each = async (change: string) => {
      for (const name of TABLES) await tx.execute(sql.raw(`alter table ${name} ${change} trigger user`))
    }
    await each("disable")
    for (const statement of statements) await tx.execute(sql.raw(statement))
    await each("enable")
  })

/** The migration as it runs over a log that is older than it; its table and its trigger are there already. */
const redact = () =>
  transaction(async (tx) => {
    const { statements } = allMigrations().find(({ name }) => name.endsWith("redact_audit_entries")) ?? {
      statements: [],
    }
    expect(statements.length).toBeGreaterThan(0)
    await tx.execute(sql.raw(`drop trigger audit_redactions_are_only_added on ${NAME}`))
    for (const it of statements) await tx.execute(sql.raw(it))
  })

/** Entries as 0.5.0 wrote them: ten, of which the third and the seventh hold words of a customer. */
const writeOld = () =>
  db.execute(sql`
    insert into audit_entries (action, subject_type, subject_id, address, data)
    select 'request.filed', 'request', gen_random_uuid()::text, '192.0.2.1', case when i in (3, 7)
      then '{"category": "billing", "hazard": "gas", "words": "smell of Zaphod''s gas"}' else '{"category": "billing"}' end::jsonb
    from generate_series(1, 10) i`)

const dataOf = async (id: number) =>
  (await db.execute<{ data: object }>(sql`select data from audit_entries where id = ${id}`))[0]?.data

beforeEach(async () => {
  await asOwner(`truncate ${TABLES.join()} restart identity`)
  await writeOld()
})

describe("words of customers in an old log", () => {
  test("go for good, and the log is whole, also for a head that was noted before", async () => {
    await sealEntries()
    const noted = await headOfChain()
    await redact()
    expect(await db.execute(sql`select from audit_entries where data::text like '%Zaphod%'`)).toHaveLength(0)
    expect(await dataOf(3)).toEqual({ category: "billing", hazard: "gas" })
    await sealEntries()
    expect(await verifyAudit(noted)).toMatchObject({ head: { position: 11 }, redacted: { by: 11, entries: 2 } })
  })

  test("go also from what was not sealed yet, which needs no excuse", async () => {
    await redact()
    await sealEntries()
    expect(await verifyAudit()).toMatchObject({ head: { position: 11 }, redacted: { by: 11, entries: 0 } })
    expect(await dataOf(7)).toEqual({ category: "billing", hazard: "gas" })
  })

  test("that somebody had altered before are gone, and the entry is found as before", async () => {
    await sealEntries()
    await asOwner(`update audit_entries set data = data || '{"words": "nothing of Zaphod"}' where id = 3`)
    await redact()
    await sealEntries()
    expect(await dataOf(3)).not.toHaveProperty("words")
    expect(await verifyAudit()).toEqual({ broken: "Entry 3 was altered or moved (seal 3)." })
  })

  test("are not looked for in a new log, which holds nothing yet", async () => {
    await asOwner(`truncate ${TABLES.join()} restart identity`)
    await redact()
    expect(await db.execute(sql`select from audit_entries`)).toHaveLength(0)
    expect(await verifyAudit()).toEqual({ head: await headOfChain() })
  })
})

describe("after words were removed", () => {
  beforeEach(async () => {
    await sealEntries()
    await redact()
    await sealEntries()
  })

  /** As somebody would excuse what they altered: by an entry like the one that is there, over the list as it is now. */
  const EXCUSE = `insert into audit_entries (action, subject_type, subject_id, data)
    select 'audit.redacted', 'audit', 'request.filed', jsonb_build_object('digest',
      encode(sha256(convert_to(string_agg(entry_id || ':' || digest, ',' order by entry_id), 'UTF8')), 'hex')) from audit_redactions`

  test.each([
    [
      "an entry that lost words",
      ["update audit_entries set address = '203.0.113.9' where id = 3"],
      "Entry 3 was altered",
    ],
    ["any other entry", ["update audit_entries set address = '203.0.113.9' where id = 4"], "Entry 4 was altered"],
    [
      "the hash of what is left",
      ["update audit_redactions set digest = 'x' where entry_id = 3"],
      "The list of redacted",
    ],
    ["the list, by a further entry", ["insert into audit_redactions values (4, 'x')"], "The list of redacted"],
    ["the list and what covers it", ["insert into audit_redactions values (4, 'x')", EXCUSE], "The list of redacted"],
    [
      "what covers the list",
      ["update audit_entries set data = data || '{\"entries\": 0}' where id = 11"],
      "Entry 11 was",
    ],
    ["that it was done at all", ["delete from audit_entries where id = 11"], "Entry 3 was altered"],
  ])("a change of %s is found", async (_, tampering, told) => {
    await asOwner(...tampering)
    await sealEntries()
    expect(await verifyAudit()).toMatchObject({ broken: expect.stringContaining(told) })
  })

  test("a change whose seals are made anew up to the next entry that lost words is found there", async () => {
    await asOwner(
      "update audit_entries set address = '203.0.113.9' where id = 4",
      ...[4, 5, 6].map(
        (
          position,
        ) => `update audit_seals s set hash = encode(sha256(convert_to(b.hash || E'\\n' || jsonb_build_array(e.id, e.action,
          e.subject_type, e.subject_id, e.actor_id, e.api_key_id, e.address, e.data::text,
          extract(epoch from e.created_at)::text)::text, 'UTF8')), 'hex')
          from audit_entries e, audit_seals b where s.position = ${position} and b.position = ${position - 1} and e.id = s.entry_id`,
      ),
    )
    expect(await verifyAudit()).toMatchObject({ broken: "Entry 7 was altered or moved (seal 7)." })
  })

  test.each(TABLES)("rows of %s are only ever added", async (table) => {
    const failure = await db.execute(sql.raw(`delete from ${table}`)).catch((thrown: Error) => thrown.cause)
    expect(String(failure)).toContain("are only ever added")
  })
})
