import { eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { db } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { auditEntries } from "@/db/schema/records"
import { fileRequest } from "@/lib/dispatch/file-request"
import { verifyEmail } from "@/lib/dispatch/joining"
import { linkHomes } from "@/lib/identity/premises/link-homes"
import { editProfile } from "@/lib/identity/profile/edit-profile"
import type { Actor } from "@/lib/model/actor"
import { linkPremises } from "@/lib/requests/premises/link-premises"
import { listHomeRequests } from "@/lib/requests/premises/list-premises-requests"
import { tokenOf } from "@/lib/testing/links"
import { emptyDatabase, makeActor, premises, requestToFile } from "@/lib/testing/people"
import { addHome } from "./add-home"
import { editHome } from "./edit-home"
import { leaveHome } from "./leave-home"
import { listHomes } from "./list-homes"
import { makeHomeMain } from "./make-home-main"

let customer: Actor
beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
  await linkPremises()
})

const HARBOUR = { line1: "14 Harbour Street", town: "Leeds", postcode: "LS1 4AB", mprn: "7654321", meterSerial: "E6S1" }
const linesOf = async (actor = customer) =>
  (await listHomes(actor, {})).items.map(({ premises: { line1 }, role, main, until }) => [
    line1,
    role,
    main,
    until === null,
  ])

test("whoever has just confirmed their address sees the home of their profile", async () => {
  const newcomer = await makeActor("customer", { verified: false })
  await verifyEmail({ address: "192.0.2.1", device: "A test" }, { token: await tokenOf(newcomer.id, "verify_email") })
  expect(await linesOf(newcomer)).toEqual([[premises.line1, "occupier", true, true]])
})

test("a customer has several homes, each with what they are to it and since when", async () => {
  const home = await addHome(customer, { premises: HARBOUR, role: "landlord", since: "2024-05-01" })
  expect(home).toMatchObject({ premises: HARBOUR, role: "landlord", since: new Date("2024-05-01"), until: null })
  expect(await linesOf()).toEqual([
    [premises.line1, "occupier", true, true],
    ["14 Harbour Street", "landlord", false, true],
  ])
  await editHome(customer, { id: home.id, role: "agent", version: 1 })
  const late = editHome(customer, { id: home.id, role: "owner", version: 1 })
  await expect(late).rejects.toMatchObject({ code: "conflict" })
  await leaveHome(customer, home)
  expect(await linesOf()).toEqual([
    [premises.line1, "occupier", true, true],
    ["14 Harbour Street", "agent", false, false],
  ])
})

test("a home that is theirs already is not added again, however it is written; one that they left may come back", async () => {
  const { id } = await addHome(customer, { premises: HARBOUR, role: "owner" })
  const again = () => addHome(customer, { premises: { ...HARBOUR, line1: "14 harbour st." }, role: "owner" })
  await expect(again()).rejects.toMatchObject({ code: "conflict" })
  await leaveHome(customer, { id })
  await again()
  expect(await linesOf()).toHaveLength(3)
})

test("the home of the profile is left by moving, which makes a home they have the main one", async () => {
  await addHome(customer, { premises: HARBOUR, role: "owner" })
  const { items } = await listHomes(customer, {})
  await expect(leaveHome(customer, { id: items[0]?.id ?? "" })).rejects.toMatchObject({ code: "conflict" })
  await editProfile(customer, { name: "A customer", phone: "0113 496 0000", premises: HARBOUR, version: 1 })
  expect(await linesOf()).toEqual([
    ["14 Harbour Street", "owner", true, true],
    [premises.line1, "occupier", false, false],
  ])
})

test("a home is made the main one and the address of the profile, and the one before stays", async () => {
  const home = await addHome(customer, { premises: HARBOUR, role: "landlord" })
  const { items } = await listHomes(customer, {})
  const late = makeHomeMain(customer, { id: home.id, version: 7 })
  await expect(late).rejects.toMatchObject({ code: "conflict" })
  const main = await makeHomeMain(customer, home)
  expect(main).toMatchObject({ id: home.id, main: true, version: 2 })
  const both = [
    ["14 Harbour Street", "landlord", true, true],
    [premises.line1, "occupier", false, true],
  ]
  expect(await linesOf()).toEqual(both)
  const [profile] = await db.select().from(accounts).where(eq(accounts.id, customer.id))
  expect(profile).toMatchObject({ premises: HARBOUR, version: 2 })
  const audited = await db.select().from(auditEntries).where(eq(auditEntries.subjectId, customer.id))
  expect(audited.filter(({ action }) => action === "home.made_main")).toHaveLength(1)
  // Asked for again, and linked by the profile again, it stays as it is.
  expect(await makeHomeMain(customer, home)).toMatchObject({ main: true, version: 2 })
  await linkHomes(db, [{ customerId: customer.id, premises: HARBOUR }])
  expect(await linesOf()).toEqual(both)
  await leaveHome(customer, { id: items[0]?.id ?? "" })
})

test("requests are seen by home, and only one's own", async () => {
  const { id } = await addHome(customer, { premises: HARBOUR, role: "landlord" })
  const tenant = await makeActor("customer")
  const [mine] = [await fileRequest(customer, requestToFile({ premises: HARBOUR }))]
  await fileRequest(tenant, requestToFile({ premises: HARBOUR }))
  await fileRequest(customer, requestToFile())
  const { items } = await listHomeRequests(customer, { id, limit: 20 })
  expect(items.map((it) => it.id)).toEqual([mine.id])
  await expect(listHomeRequests(tenant, { id, limit: 20 })).rejects.toMatchObject({ code: "not_found" })
})

test("homes of somebody else are not there, but for supervisors to read", async () => {
  const { id } = await addHome(customer, { premises: HARBOUR, role: "owner" })
  const [other, supervisor] = [await makeActor("customer"), await makeActor("supervisor")]
  await expect(leaveHome(other, { id })).rejects.toMatchObject({ code: "not_found" })
  await expect(makeHomeMain(other, { id, version: 1 })).rejects.toMatchObject({ code: "not_found" })
  await expect(makeHomeMain(supervisor, { id, version: 1 })).rejects.toMatchObject({ code: "forbidden" })
  await expect(leaveHome(supervisor, { id })).rejects.toMatchObject({ code: "forbidden" })
  await expect(listHomes(other, customer)).rejects.toMatchObject({ code: "not_found" })
  expect((await listHomes(supervisor, customer)).items).toHaveLength(2)
})
