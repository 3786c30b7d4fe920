import { sql } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { atomically, db, transaction } from "@/db/client"
import { statementCount } from "@/db/pools"
import { deleteRequest } from "@/lib/dispatch/delete-request"
import { fileRequest } from "@/lib/dispatch/file-request"
import { authorOf } from "@/lib/model/actor"
import { audit, auditAll } from "@/lib/platform/audit/audit"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { sealEntries } from "./seal-entries"
import { verifyAudit } from "./verify"

const entries = () =>
  db.execute<{ id: string; action: string; data: object; subject_id: string; actor_id: string; address: string }>(
    sql`select * from audit_entries order by id`,
  )

/** Statements of the database's owner, who can also disable the triggers. */
const tamper = (...statements: ReturnType<typeof sql>[]) =>
  atomically(
    sql`alter table audit_entries disable trigger user`,
    sql`alter table audit_seals disable trigger user`,
    ...statements,
    sql`alter table audit_entries enable trigger user`,
    sql`alter table audit_seals enable trigger user`,
  )

const write = (count: number) =>
  transaction(async (tx) => {
    for (let i = 0; i < count; i++)
      await audit(tx, { address: "192.0.2.1" }, { action: "holiday.set", subject: ["holiday", String(i)] })
  })

beforeEach(async () => {
  await emptyDatabase()
  await tamper(sql`truncate audit_entries, audit_seals restart identity`)
})

describe("the audit log", () => {
  test("has every event of a request by itself: who, what, from where, and none of people's words", async () => {
    const [customer] = [await makeActor("customer"), await makeActor("staff", { name: "Priya Nair" })]
    const { id } = await fileRequest(customer, requestToFile({ title: "A very private title" }))
    await deleteRequest(customer, { id })
    const written = (await entries()).filter(({ subject_id }) => subject_id === id)
    expect(written.map(({ action }) => action)).toEqual(["request.filed", "request.assigned", "request.deleted"])
    expect(written[0]).toMatchObject({ actor_id: customer.id, address: customer.address, subject_type: "request" })
    expect(JSON.stringify(written)).not.toMatch(/private title|Priya/)
  })

  test("keeps nothing of what did not happen", async () => {
    const actor = await makeActor("administrator")
    const undone = transaction(async (tx) => {
      await audit(tx, authorOf(actor), { action: "key.revoked", subject: ["key", "x"] })
      throw new Error("undone")
    })
    await expect(undone).rejects.toThrow("undone")
    expect(await entries()).toHaveLength(0)
  })

  test("takes what one person did at once in one statement, in its order, and none for nothing", async () => {
    const actor = await makeActor("administrator")
    const before = statementCount()
    for (const ids of [["a", "b", "c"], []])
      await auditAll(
        db,
        authorOf(actor),
        ids.map((id) => ({ action: "session.ended", subject: ["session", id] })),
      )
    expect(statementCount() - before).toBe(1)
    const by = { action: "session.ended", actor_id: actor.id, address: actor.address, data: {} }
    expect(await entries()).toMatchObject(["a", "b", "c"].map((subject_id) => ({ ...by, subject_id })))
  })

  test.each(["update audit_entries set action = 'x'", "delete from audit_seals", "truncate audit_entries"])(
    "refuses “%s”",
    async (statement) => {
      await write(1)
      await sealEntries()
      const failure = await db.execute(sql.raw(statement)).catch((thrown: Error) => thrown.cause)
      expect(String(failure)).toContain("are only ever added")
    },
  )
})

describe("the chain", () => {
  test("covers what several processes seal at once, each entry once", async () => {
    await Promise.all([write(30), write(30), sealEntries(), sealEntries(), write(30), sealEntries()])
    await sealEntries()
    expect(await verifyAudit()).toMatchObject({ head: { position: 90 } })
    expect(await sealEntries()).toBe(0)
  })

  test("takes in an entry that was committed after later ones were sealed", async () => {
    let finish = () => {}
    const early = transaction(async (tx) => {
      await audit(tx, { address: "192.0.2.1" }, { action: "key.revoked", subject: ["key", "early"] })
      await new Promise<void>((resolve) => {
        finish = resolve
      })
    })
    await expect
      .poll(() => db.execute(sql`select 1 from pg_stat_activity where state = 'idle in transaction'`))
      .toHaveLength(1)
    await write(3)
    await sealEntries()
    finish()
    await early
    expect(await sealEntries()).toBe(1)
    expect(await verifyAudit()).toMatchObject({ head: { position: 4 } })
  })

  test.each([
    ["an altered entry", sql`update audit_entries set address = '203.0.113.9' where id = 5`, "Entry 5 was altered"],
    ["altered data", sql`update audit_entries set data = '{"a": 1}' where id = 7`, "Entry 7 was altered"],
    ["another time", sql`update audit_entries set created_at = created_at + interval '1 ms' where id = 2`, "Entry 2"],
    ["a removed entry", sql`delete from audit_entries where id = 6`, "Entry 6 was removed"],
    ["a removed seal", sql`delete from audit_seals where position = 4`, "Seal 4 was removed"],
    [
      "two entries that changed places",
      sql`update audit_seals set entry_id = case entry_id when 3 then -4 when 4 then -3 end where entry_id in (3, 4)`,
      "Entry 4 was altered or moved",
    ],
    [
      "an entry slipped in",
      sql`insert into audit_entries (id, action, subject_type, subject_id, data, created_at) overriding system value
        values (-1, 'key.created', 'key', 'x', '{}', now() - interval '1 day')`,
      "Entry -1 was never sealed",
    ],
  ])("tells of %s, by its number", async (_, tampering, told) => {
    await write(10)
    await sealEntries()
    expect(await verifyAudit()).toMatchObject({ head: { position: 10 } })
    await tamper(tampering, sql`update audit_seals set entry_id = -entry_id where entry_id < 0`)
    expect(await verifyAudit()).toMatchObject({ broken: expect.stringContaining(told) })
  })

  test("tells that its end was cut off, or that all of it was rebuilt, to whoever noted its head", async () => {
    await write(10)
    await sealEntries()
    const verdict = await verifyAudit()
    const known = "head" in verdict ? verdict.head : undefined
    await tamper(sql`delete from audit_seals where position > 8`, sql`delete from audit_entries where id > 8`)
    expect(await verifyAudit()).toMatchObject({ head: { position: 8 } })
    expect(await verifyAudit(known)).toMatchObject({ broken: expect.stringContaining("cut off") })
    await write(5)
    await sealEntries()
    expect(await verifyAudit(known)).toMatchObject({ broken: expect.stringContaining("rebuilt") })
  })
})
