import { eq, sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { db } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { customerCare, customerPremises, premisesRecords, premisesToForget } from "@/db/schema/premises"
import { serviceRequests } from "@/db/schema/requests"
import { fileRequest } from "@/lib/dispatch/file-request"
import type { Actor } from "@/lib/model/actor"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { forgetLeftPremises } from "./forget-left-premises"
import { linkPremises } from "./link-premises"

let customer: Actor
beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
  await linkPremises()
})

const QUAY = { line1: "9 Quay", town: "Leeds", postcode: "LS9 1AA", mprn: "7654321" }
const fileAt = async (of: Actor, at: typeof QUAY | undefined = undefined) =>
  fileRequest(of, requestToFile(at ? { premises: at } : {}))

/** The lines of all records whose address is known. */
const known = async () =>
  (await db.select({ line1: premisesRecords.line1 }).from(premisesRecords).orderBy(premisesRecords.line1)).map(
    ({ line1 }) => line1,
  )

const ERASED_PLACE = sql`jsonb_build_object('line1', '(erased)', 'town', premises -> 'town', 'postcode', premises -> 'postcode')`

/** What version 0.6.0 does of it when an account is deleted: it knows of no records. */
async function eraseAsBefore(id: string) {
  await db.update(serviceRequests).set({ premises: ERASED_PLACE }).where(eq(serviceRequests.customerId, id))
  await db.update(accounts).set({ state: "deleted", premises: null, phone: "" }).where(eq(accounts.id, id))
}

test("an account deleted by the version before leaves no address, no link and nothing of its needs", async () => {
  await fileAt(customer, QUAY)
  await db.insert(customerCare).values({ customerId: customer.id, needs: ["baby"], visitPassword: "Heron" })
  expect(await known()).toEqual(["12 Mill Lane", "9 Quay"])
  await eraseAsBefore(customer.id)
  expect([await db.$count(customerPremises), await db.$count(customerCare)]).toEqual([0, 0])
  await forgetLeftPremises()
  expect(await known()).toEqual(["(erased)", "(erased)"])
  expect(
    await db.select({ mprn: premisesRecords.mprn }).from(premisesRecords).where(sql`mprn = '7654321'`),
  ).toHaveLength(1)
  expect(await db.$count(premisesToForget)).toBe(0)
})

test("a request deleted or emptied by the version before takes its address along, unless somebody else has it", async () => {
  const neighbour = await makeActor("customer")
  const [gone, emptied, there] = [
    await fileAt(customer, QUAY),
    await fileAt(customer, QUAY),
    await fileAt(neighbour, QUAY),
  ]
  await db.delete(serviceRequests).where(eq(serviceRequests.id, gone.id))
  await db.update(serviceRequests).set({ premises: ERASED_PLACE }).where(eq(serviceRequests.id, emptied.id))
  await forgetLeftPremises()
  expect(await known()).toContain("9 Quay")
  await db.delete(serviceRequests).where(eq(serviceRequests.id, there.id))
  await forgetLeftPremises()
  expect(await known()).not.toContain("9 Quay")
})

test("what is erased while its premises are made a record of is not left in the record", async () => {
  const { id } = await fileAt(customer, QUAY)
  await db.update(serviceRequests).set({ premisesId: null }).where(eq(serviceRequests.id, id))
  await db.delete(premisesRecords).where(eq(premisesRecords.line1, "9 Quay"))
  await db.execute(sql`
    create function erase_now() returns trigger language plpgsql as $$ begin
      update service_requests set premises = ${sql.raw("jsonb_build_object('line1', '(erased)')")} where id = ${sql.raw(`'${id}'`)};
      return null; end $$`)
  await db.execute(sql`create trigger erase_now after insert on premises for each row execute function erase_now()`)
  try {
    await linkPremises()
  } finally {
    await db.execute(sql`drop function erase_now() cascade`)
  }
  await forgetLeftPremises()
  expect(await known()).not.toContain("9 Quay")
})
