import { gt, sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { db, transaction } from "@/db/client"
import { customerPremises, homesToLink, meters, premisesRecords } from "@/db/schema/premises"
import { reportChanges } from "@/db/schema/reports"
import { serviceRequests, WITHOUT_PREMISES } from "@/db/schema/requests"
import { fileRequest } from "@/lib/dispatch/file-request"
import { editProfile } from "@/lib/identity/profile/edit-profile"
import type { Actor } from "@/lib/model/actor"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { linkPremises } from "./link-premises"

let customer: Actor
beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
})

const HARBOUR = { line1: "Flat 1", line2: "14 Harbour Street", town: "Leeds", postcode: "LS1 4AB" }

const fileAt = async (at: typeof HARBOUR & { mprn?: string; meterSerial?: string }) =>
  (await fileRequest(customer, requestToFile({ premises: at }))).premisesId

test("requests from one address belong to one record, however it is written, and keep it as it was written", async () => {
  const first = await fileAt(HARBOUR)
  const again = { ...HARBOUR, line1: "flat 1, 14 Harbour St.", line2: "", mprn: "1234567", meterSerial: "E6S1" }
  expect(first).not.toBeNull()
  expect(await fileAt(again)).toBe(first)
  expect(await fileAt({ ...HARBOUR, line1: "Flat 11" })).not.toBe(first)
  expect(await fileAt({ ...again, line2: "Harbor View" })).toBe(first)
  const kept = await db.select({ premises: serviceRequests.premises }).from(serviceRequests).orderBy(serviceRequests.id)
  expect(kept[1]?.premises).toEqual(again)
  expect(await db.select({ id: meters.premisesId, serial: meters.serial }).from(meters)).toEqual([
    { id: first, serial: "E6S1" },
  ])
})

test("several that are sent at one time make one record", async () => {
  const ids = await Promise.all(Array.from({ length: 12 }, () => fileAt(HARBOUR)))
  expect(new Set(ids).size).toBe(1)
})

test("whoever moves has a new home and has had the old one", async () => {
  await linkPremises()
  await editProfile(customer, { name: "A customer", phone: "0113 496 0000", premises: HARBOUR, version: 1 })
  const homes = await db
    .select({ line1: premisesRecords.line1, main: customerPremises.main, ended: sql<boolean>`until is not null` })
    .from(customerPremises)
    .innerJoin(premisesRecords, sql`${premisesRecords.id} = ${customerPremises.premisesId}`)
    .orderBy(customerPremises.id)
  expect(homes).toEqual([
    { line1: "12 Mill Lane", main: false, ended: true },
    { line1: "Flat 1", main: true, ended: false },
  ])
  expect(await db.$count(homesToLink)).toBe(0)
})

test("a link to the record of its premises counts no request again in reports, and an address that is erased does", async () => {
  const { id } = await fileRequest(customer, requestToFile())
  await db.update(serviceRequests).set({ premisesId: null })
  await db.delete(reportChanges)
  await linkPremises()
  expect(await db.$count(serviceRequests, WITHOUT_PREMISES)).toBe(0)
  expect(await db.$count(reportChanges)).toBe(0)
  await db.update(serviceRequests).set({ premises: { ...HARBOUR, postcode: "HG1 2AA" } })
  expect(await db.select({ id: reportChanges.requestId }).from(reportChanges)).toEqual([{ id }])
})

/** As the release before wrote them, with each address in 5 spellings: flats 1 and 11 of each house. */
const MANY = 100_000
const writeMany = () =>
  transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    for (let from = 0; from < MANY; from += 10_000)
      await tx.execute(sql`
        insert into service_requests (id, reference, customer_id, category, priority, status, title, description, premises, contact_preference)
        select uuidv7(make_interval(secs => -i)), 'GR-' || i, ${customer.id}, 'billing', 'low', 'closed', 'A title', 'A description',
          jsonb_build_object('line1', (array['Flat ' || flat || ', ' || house || ' Harbour Street',
            house || ' harbour st., flat ' || flat, 'Apt ' || flat || ' ' || house || '  Harbour  St',
            'FLAT ' || flat || ', No. ' || house || ' Harbour Str', 'flat ' || flat || ' / ' || house || ' Harbour Street'])[1 + i % 5],
            'town', 'Leeds', 'postcode', 'LS1 4AB'), 'phone'
        from generate_series(${from}::int, ${from + 9_999}::int) i, lateral (select (i / 5) % 2 * 10 + 1 as flat, i / 10 as house) place`)
  })

test("100,000 addresses with near-duplicates become records without loss and without a false merge", async () => {
  await writeMany()
  while ((await db.$count(serviceRequests, WITHOUT_PREMISES)) > 0) await linkPremises()
  const placeOfAddress = new Map<string, string | null>()
  for (let after = "00000000-0000-0000-0000-000000000000"; after; ) {
    const rows = await db
      .select({ id: serviceRequests.id, line1: sql<string>`premises ->> 'line1'`, place: serviceRequests.premisesId })
      .from(serviceRequests)
      .where(gt(serviceRequests.id, after))
      .orderBy(serviceRequests.id)
      .limit(10_000)
    for (const { line1, place } of rows) {
      const [, flat] = /(?:flat|apt) (\d+)/i.exec(line1) ?? []
      const [, house] = /(\d+) +harbour/i.exec(line1) ?? []
      const address = `${flat} of ${house}`
      expect(place).not.toBeNull()
      expect(placeOfAddress.get(address) ?? place).toBe(place)
      placeOfAddress.set(address, place)
    }
    after = rows.at(-1)?.id ?? ""
  }
  expect(placeOfAddress.size).toBe(MANY / 5)
  expect(new Set(placeOfAddress.values()).size).toBe(MANY / 5)
}, 300_000)
