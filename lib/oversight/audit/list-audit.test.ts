import { eq, sql } from "drizzle-orm"
import { beforeAll, describe, expect, test, vi } from "vitest"
import { db } from "@/db/client"
import { statementCount } from "@/db/pools"
import { accounts } from "@/db/schema/accounts"
import { apiKeys } from "@/db/schema/api-keys"
import { auditEntries } from "@/db/schema/records"
import { assignRequest } from "@/lib/dispatch/assign-request"
import { deleteRequest } from "@/lib/dispatch/delete-request"
import { fileRequest } from "@/lib/dispatch/file-request"
import { editStaff } from "@/lib/dispatch/staff/edit-staff"
import { type Actor, authorOf } from "@/lib/model/actor"
import { audit } from "@/lib/platform/audit/audit"
import { makeKey } from "@/lib/testing/keys"
import { makeActor, requestToFile } from "@/lib/testing/people"
import { mostReadDuring } from "@/lib/testing/plans"
import type { AuditFilter } from "./contract"
import { exportAudit } from "./export-audit"
import { listAudit } from "./list-audit"

const MANY = 20_000
let administrator: Actor
let worker: Actor

beforeAll(async () => {
  administrator = await makeActor("administrator", { name: "=HYPERLINK()" })
  worker = await makeActor("staff", { available: false })
  // Times that do not follow the ids, as those of things that happened before the log did.
  await db.execute(sql`
    insert into audit_entries (action, subject_type, subject_id, address, data, created_at)
    select 'account.signed_in', 'account', gen_random_uuid()::text, '192.0.2.1', '{}',
      '2026-01-01T00:00:00Z'::timestamptz + ((i * 7919) % ${sql.raw(String(MANY))}) * interval '10 minutes'
    from generate_series(1, ${sql.raw(String(MANY))}) i`)
  await db.execute(sql`vacuum analyze audit_entries`)
})

const read = (filter: AuditFilter & { after?: number } = {}) => listAudit(administrator, { limit: 100, ...filter })

async function all(filter: AuditFilter) {
  const found: number[] = []
  let after: number | undefined
  do {
    const { items, next } = await read({ ...filter, after })
    found.push(...items.map(({ id }) => id))
    after = next === null ? undefined : Number(next)
  } while (after)
  return found
}

describe("the list", () => {
  test("gives each entry once, newest first, page by page", async () => {
    const filter = { from: "2026-02-01", to: "2026-02-03" }
    const found = await all(filter)
    expect(found).toHaveLength(3 * 144)
    expect(new Set(found).size).toBe(found.length)
    const times = (await read(filter)).items.map(({ createdAt }) => createdAt.getTime())
    expect(times).toEqual(times.toSorted((a, b) => b - a))
  })

  test("counts days where the utility is, also where they last 23 hours", async () => {
    // In London clocks go forward on 29 March 2026.
    const found = await all({ from: "2026-03-29", to: "2026-03-29" })
    expect(found).toHaveLength(23 * 6)
    const { items } = await read({ to: "2026-03-29" })
    expect(items[0]?.createdAt.toISOString()).toBe("2026-03-29T22:50:00.000Z")
  })

  test("is narrowed by action, subject and actor, and says what they are called now", async () => {
    await editStaff(administrator, { id: worker.id, capacity: 9 })
    const expected = {
      action: "staff.edited",
      actorId: administrator.id,
      actorName: administrator.name,
      subjectId: worker.id,
      subjectName: worker.name,
      address: administrator.address,
      data: { capacity: 9 },
    }
    for (const filter of [
      { action: "staff.edited" },
      { subjectId: worker.id },
      { actorId: administrator.id, action: "staff.edited" },
      { subjectType: "account", subjectId: worker.id },
    ] as const)
      expect((await read(filter)).items).toEqual([expect.objectContaining(expected)])
    expect((await read({ subjectType: "request", subjectId: worker.id })).items).toEqual([])
    expect((await read({ action: "key.created" })).items).toEqual([])
  })

  test("is narrowed by API key, and says what the key is called now", async () => {
    const [firm, other] = [await makeKey({ name: "Meter readers" }), await makeKey()]
    const customer = await makeActor("customer")
    const { id } = await fileRequest(firm, { ...requestToFile(), customerId: customer.id })
    await deleteRequest(firm, { id })
    await db.update(apiKeys).set({ name: "Readers of meters" }).where(eq(apiKeys.id, firm.id))
    const { items } = await read({ apiKeyId: firm.id })
    expect(items.map(({ action }) => action)).toEqual(["request.deleted", "request.filed"])
    for (const item of items) expect(item).toMatchObject({ actorId: null, actorName: "Readers of meters" })
    expect((await read({ apiKeyId: firm.id, action: "request.deleted" })).items).toHaveLength(1)
    expect((await read({ apiKeyId: firm.id, actorId: customer.id })).items).toEqual([])
    expect((await read({ apiKeyId: other.id })).items).toEqual([])
  })

  test("names requests by their reference, also those that are deleted, and erased people by nobody's name", async () => {
    const customer = await makeActor("customer", { name: "Somebody Gone" })
    const { id, reference } = await fileRequest(customer, requestToFile())
    const filed = async () => (await read({ subjectId: id })).items.map(({ subjectName }) => subjectName)
    expect(await filed()).toEqual([reference])
    await deleteRequest(customer, { id })
    expect(await filed()).toEqual([reference, reference])
    await db.update(accounts).set({ state: "deleted" }).where(eq(accounts.id, customer.id))
    const { items } = await read({ actorId: customer.id })
    expect(items.map(({ actorName }) => actorName)).toEqual(["Deleted customer", "Deleted customer"])
  })

  test("names the people whose ids stand in its data, as they are called now", async () => {
    const customer = await makeActor("customer")
    const supervisor = await makeActor("supervisor")
    const away = { available: false }
    const [from, to] = [await makeActor("staff", away), await makeActor("staff", { ...away, name: "Now" })]
    const filed = await fileRequest(customer, requestToFile())
    const given = await assignRequest(supervisor, { ...filed, assigneeId: from.id })
    await assignRequest(supervisor, { ...given, assigneeId: to.id })
    await db.update(accounts).set({ name: "Afterwards" }).where(eq(accounts.id, to.id))
    const { items } = await read({ subjectId: filed.id, actorId: supervisor.id })
    expect(items[0]?.dataNames).toMatchObject({ [to.id]: "Afterwards" })
    expect(JSON.stringify(items[0]?.data)).toContain(to.id)
    const { content } = await exportAudit(administrator, { subjectId: filed.id, actorId: supervisor.id })
    expect(await new Response(content).text()).toContain("Afterwards")
  })

  test("takes an entry about something that is no row as it is", async () => {
    await audit(db, authorOf(worker), {
      action: "setting.changed",
      subject: ["setting", "two_factor"],
      data: { from: false, to: true },
    })
    expect((await read({ subjectType: "setting" })).items).toMatchObject([
      { subjectId: "two_factor", subjectName: null, actorName: worker.name },
    ])
  })

  test.each<[string, AuditFilter]>([
    ["nothing", {}],
    ["a frequent action", { action: "account.signed_in" }],
    ["an action that never happened", { action: "key.rolled" }],
    ["a kind of subject that is rare", { subjectType: "session" }],
    ["one subject", { subjectId: "00000000-0000-7000-8000-000000000000" }],
    ["one API key", { apiKeyId: "00000000-0000-7000-8000-000000000000" }],
    ["one actor", { actorId: "00000000-0000-7000-8000-000000000000" }],
    ["days long past", { from: "2026-01-02", to: "2026-01-02" }],
    ["days without an entry", { from: "2025-01-01", to: "2025-01-02" }],
  ])("reads no more of a long log than the page it fills, asked for %s", async (_, filter) => {
    for (const after of [undefined, Math.round(MANY / 2)]) {
      const { pages } = await mostReadDuring(() => read({ ...filter, after }))
      // A page of a hundred entries, each looked up by its id, and what everything in them is called.
      expect(pages).toBeLessThan(1000)
    }
  })

  test("looks for the references of deleted requests among requests' entries only, however often somebody signed in", async () => {
    const often = await makeActor("customer")
    await db.execute(sql`
      insert into audit_entries (action, subject_type, subject_id, actor_id, address, data)
      select 'account.signed_in', 'account', ${often.id}, ${often.id}, '192.0.2.1', '{}' from generate_series(1, 5000)`)
    await db.execute(sql`vacuum analyze audit_entries`)
    const { rows } = await mostReadDuring(() => listAudit(administrator, { limit: 5, subjectId: often.id }))
    expect(rows).toBeLessThan(100)
  })
})

describe("the file", () => {
  const lines = (text: string) => text.trimEnd().split("\r\n")

  test("has a line for each entry the filters leave, and no formula", async () => {
    const { content, name } = await exportAudit(administrator, { action: "staff.edited" })
    expect(name).toMatch(/^audit-\d{4}-\d\d-\d\d\.csv$/)
    const [headings, first, ...rest] = lines(await new Response(content).text())
    expect(headings).toMatch(/^"id","time","action",/)
    expect(first).toContain(`"'=HYPERLINK()"`)
    expect(first).toContain(`"{""capacity"":9}"`)
    expect(rest).toEqual([])
  })

  test("begins with a byte order mark, so that spreadsheets read names as they are written", async () => {
    const { content } = await exportAudit(administrator, { action: "staff.edited" })
    const bytes = new Uint8Array(await new Response(content).arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  })

  test("has the whole log, each entry once, however long", async () => {
    const { content } = await exportAudit(administrator, {})
    const [, ...entries] = lines(await new Response(content).text())
    expect(entries.length).toBeGreaterThan(MANY)
    expect(new Set(entries.map((line) => line.split(",")[0])).size).toBe(entries.length)
  })

  test("is read no faster than it is fetched", async () => {
    const { content } = await exportAudit(administrator, {})
    const reader = content.getReader()
    await reader.read()
    const before = statementCount()
    await reader.read()
    // One batch, and what its ids are called.
    expect(statementCount() - before).toBe(2)
    await reader.cancel()
  })

  test("breaks off when whoever asked for it is an administrator no more", async () => {
    const other = await makeActor("administrator")
    const { content } = await exportAudit(other, {})
    const reader = content.getReader()
    await reader.read()
    await editStaff(administrator, { id: other.id, role: "staff" })
    const rest = async () => {
      while (!(await reader.read()).done);
    }
    await vi.waitFor(() => expect(rest()).rejects.toThrow("The session ended."))
  })

  test("is itself in the log, with the names of the filters used and nothing that was typed into them", async () => {
    await exportAudit(administrator, { subjectType: undefined, subjectId: "Somebody's name", to: "2026-02-03" })
    const [latest] = (await read({ action: "audit.exported" })).items
    expect(latest).toMatchObject({ actorId: administrator.id })
    expect(latest?.data).toEqual({ filters: ["subjectId", "to"] })
  })

  test("is refused to everybody else before anything is read", async () => {
    for (const role of ["customer", "staff", "supervisor"] as const) {
      const somebody = await makeActor(role)
      await expect(exportAudit(somebody, {})).rejects.toMatchObject({ code: "forbidden" })
      expect(await db.select().from(auditEntries).where(eq(auditEntries.actorId, somebody.id))).toEqual([])
    }
  })
})
