import { eq, sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { db } from "@/db/client"
import { serviceRequests } from "@/db/schema/requests"
import { deleteRequest } from "@/lib/dispatch/delete-request"
import { fileRequest } from "@/lib/dispatch/file-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import type { Actor } from "@/lib/model/actor"
import { deleteAccount } from "@/lib/oversight/privacy/delete-account"
import { makeKey } from "@/lib/testing/keys"
import { emptyDatabase, makeActor, PASSWORD, requestToFile } from "@/lib/testing/people"
import { DeletedFilter, RequestFilter } from "./contract"
import { listDeleted } from "./list-deleted"
import { listRequests } from "./list-requests"

let amara: Actor
let bruno: Actor
let supervisor: Actor
/** The audit log is never emptied. */
let began: string

beforeEach(async () => {
  await emptyDatabase()
  began = new Date().toISOString()
  amara = await makeActor("customer", { name: "Amara Okafor" })
  bruno = await makeActor("customer", { name: "Bruno Müller" })
  supervisor = await makeActor("supervisor")
})

async function deleted(actor: Actor, filter: Partial<DeletedFilter> = {}) {
  const seen: Awaited<ReturnType<typeof listDeleted>>["items"] = []
  let after: string | undefined
  do {
    const page = await listDeleted(actor, DeletedFilter.parse({ limit: 2, since: began, ...filter, after }))
    seen.push(...page.items)
    after = page.next ?? undefined
  } while (after)
  return seen
}

async function gone(actor: Actor) {
  const { id, reference } = await fileRequest(actor, requestToFile())
  await deleteRequest(actor, { id })
  return { id, reference }
}

test("everybody learns of the deleted requests that they could see before, and only which and when", async () => {
  const [first, second, third] = [await gone(amara), await gone(bruno), await gone(amara)]
  const known = (list: object[]) => list.map((one) => ({ ...one, deletedAt: expect.any(Date) }))
  expect(await deleted(amara)).toEqual(known([first, third]))
  expect(await deleted(bruno)).toEqual(known([second]))
  expect(await deleted(supervisor)).toEqual(known([first, second, third]))
  expect(await deleted(await makeKey({ customerIds: [bruno.id] }))).toEqual(known([second]))
  expect(await deleted(await makeKey({ customerIds: [bruno.id, amara.id] }))).toEqual(known([first, second, third]))
  expect(await deleted(await makeKey())).toEqual(known([first, second, third]))
  await expect(deleted(await makeActor("staff"))).rejects.toMatchObject({ code: "forbidden" })
  await expect(deleted(await makeKey({ scopes: ["customers:read"] }))).rejects.toMatchObject({ code: "forbidden" })
})

test("they are listed since a moment, that moment included", async () => {
  const made = [await gone(amara), await gone(amara), await gone(amara)]
  const [, second] = await deleted(supervisor)
  const since = second?.deletedAt.toISOString()
  expect((await deleted(supervisor, { since })).map(({ id }) => id)).toEqual(made.slice(1).map(({ id }) => id))
})

test("who has erased their account is still in no other list, and what they deleted before keeps its reference only", async () => {
  const one = await gone(amara)
  await deleteAccount(amara, { currentPassword: PASSWORD })
  expect(await deleted(bruno)).toEqual([])
  expect(await deleted(supervisor)).toEqual([{ ...one, deletedAt: expect.any(Date) }])
})

test.each(["2026-13-01T08:00:00.000Z_1", "2026-11-29T08:00:00.000Z_x", "019f0000-0000-7000-8000-000000000000"])(
  "no cursor is %s",
  (after) => {
    expect(DeletedFilter.safeParse({ after }).success).toBe(false)
  },
)

/** What a client does that keeps a copy, as the documentation says. */
class Copy {
  readonly rows = new Map<string, string>()
  #changed: string | undefined
  #deleted: string | undefined

  constructor(readonly actor: Actor) {}

  async refresh(): Promise<void> {
    let after: string | undefined
    const since = this.#changed
    do {
      const filter = since ? { updatedSince: since } : { sort: "updatedAt" }
      const page = await listRequests(this.actor, RequestFilter.parse({ ...filter, after, limit: 3 }))
      for (const row of page.items) {
        this.rows.set(row.id, `${row.status} ${row.version}`)
        this.#changed = lessFive(row.updatedAt)
      }
      after = page.next ?? undefined
    } while (after)
    for (const { id, deletedAt } of await deleted(this.actor, { since: this.#deleted })) {
      this.rows.delete(id)
      this.#deleted = lessFive(deletedAt)
    }
  }
}
const lessFive = (moment: Date) => new Date(moment.getTime() - 5 * 60_000).toISOString()

const truth = async (customerId?: string) => {
  const rows = await db
    .select()
    .from(serviceRequests)
    .where(customerId ? eq(serviceRequests.customerId, customerId) : sql`true`)
  return new Map(rows.map(({ id, status, version }) => [id, `${status} ${version}`]))
}

test("a copy that is kept as the documentation says ends equal to the truth, while requests come, change and go", async () => {
  const copies = [new Copy(supervisor), new Copy(await makeKey()), new Copy(await makeKey({ customerIds: [amara.id] }))]
  const live: { id: string; version: number; by: Actor }[] = []
  const change = async (step: number) => {
    const by = step % 2 ? amara : bruno
    const filed = await fileRequest(by, requestToFile())
    live.push({ id: filed.id, version: filed.version, by })
    if (step % 3 === 0) {
      const [one] = live.splice((step * 5) % live.length, 1)
      if (one) await deleteRequest(one.by, { id: one.id })
    }
    if (step % 4 === 0) {
      const [one] = live.splice((step * 7) % live.length, 1)
      const note = "Settled by phone."
      if (one) await moveRequest(supervisor, { id: one.id, to: "cancelled", note, version: one.version })
    }
  }
  for (let step = 1; step <= 24; step++)
    // Copies read while requests change.
    await Promise.all([change(step), ...(step % 2 ? copies.map((copy) => copy.refresh()) : [])])
  for (const copy of copies) await copy.refresh()
  const [all, ofKey, ofCustomer] = copies.map(({ rows }) => rows)
  expect(all).toEqual(await truth())
  expect(ofKey).toEqual(await truth())
  expect(ofCustomer).toEqual(await truth(amara.id))
  expect((await deleted(supervisor)).length).toBe(8)
})
