import { eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { db, transaction } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { emergencies } from "@/db/schema/dispatch"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { acknowledgeRequest } from "@/lib/dispatch/acknowledge-request"
import { moveRequest } from "@/lib/dispatch/move-request"
import { listCustomers } from "@/lib/identity/customers/list-customers"
import { ERASED } from "@/lib/model/erased"
import { eraseRequestsById } from "@/lib/oversight/privacy/erase-history"
import { getRequest } from "@/lib/requests/get-request"
import { listTimeline } from "@/lib/requests/list-timeline"
import { newPremises } from "@/lib/testing/emergencies"
import { emptyDatabase, makeActor } from "@/lib/testing/people"
import { addToReport } from "./add-to-report"
import { EmergencyReport } from "./contract"
import { getReportStatus } from "./get-report-status"
import { reportEmergency } from "./report-emergency"
import { reportToken } from "./report-token"

beforeEach(emptyDatabase)

const from = (address: string) => ({ address, device: "A browser" })
const visitor = from("203.0.113.7")
const report = () => ({ safetyCheck: "co_alarm" as const, premises: newPremises(), contactPhone: "07700 900123" })

const requestWith = async (reference: string) => {
  const [row] = await db.select().from(serviceRequests).where(eq(serviceRequests.reference, reference))
  if (!row) throw new Error("Nothing was filed.")
  return row
}
const tokenOf = (path: string) => path.split("/").at(-1) ?? ""

test("somebody without an account alerts the on-call team, and learns nothing but how to ask again", async () => {
  const worker = await makeActor("staff")
  const answer = await reportEmergency(visitor, report())
  expect(Object.keys(answer).sort()).toEqual(["emergencyPhone", "reference", "statusPath"])
  const { id, ...row } = await requestWith(answer.reference)
  expect(row).toMatchObject({
    priority: "emergency",
    assigneeId: worker.id,
    unconfirmed: false,
    contactPhone: "07700 900123",
  })
  const [filed] = await db.select().from(requestEvents).where(eq(requestEvents.requestId, id))
  expect(filed).toMatchObject({ kind: "filed", actorId: null, apiKeyId: null, address: visitor.address })
})

test("nothing but the place is asked for: what is odd is kept as it was typed, cut or left out, and never in the way", async () => {
  const premises = { line1: "By the church, where the digger is", mprn: "12", meterSerial: "?", postcode: "?" }
  const odd = { safetyCheck: "pipe_hit", premises, contactPhone: "ask at no 7", details: "a".repeat(6000) } as const
  const { reference } = await reportEmergency(visitor, EmergencyReport.parse(odd))
  expect(await requestWith(reference)).toMatchObject({
    priority: "emergency",
    premises: { line1: "By the church, where the digger is", town: "", postcode: "" },
    contactPhone: "ask at no 7",
    joinedTo: null,
  })
  const long = {
    ...odd,
    premises: { line1: `Behind ${"the church ".repeat(20)}`, postcode: "LS9 9ZZ, or the one beside it" },
  }
  await expect(reportEmergency(from("203.0.113.9"), EmergencyReport.parse(long))).resolves.toBeDefined()
  const elsewhere = { ...odd, premises: { line1: premises.line1 } }
  const again = await reportEmergency(from("203.0.113.8"), EmergencyReport.parse(elsewhere))
  expect((await requestWith(again.reference)).joinedTo).toBeNull()
})

test("reports from several addresses are those of several people, though they belong to one account", async () => {
  await makeActor("staff")
  const reports = await Promise.all(
    ["203.0.113.1", "203.0.113.2", "203.0.113.3", "203.0.113.4"].map((it) => reportEmergency(from(it), report())),
  )
  for (const { reference } of reports) expect((await requestWith(reference)).joinedTo).toBeNull()
  expect(await db.select().from(accounts).where(eq(accounts.role, "customer"))).toMatchObject([{ state: "disabled" }])
})

test("the account of these reports is in no list of customers", async () => {
  await reportEmergency(visitor, report())
  const administrator = await makeActor("administrator")
  expect((await listCustomers(administrator, { limit: 100 })).items).toEqual([])
})

test("the link of a report shows whether someone has confirmed and names nobody; no other link shows anything", async () => {
  const worker = await makeActor("staff")
  const { reference, statusPath } = await reportEmergency(visitor, report())
  const { id } = await requestWith(reference)
  const token = tokenOf(statusPath)
  const before = await getReportStatus(visitor, { token })
  expect(before).toEqual({
    reference,
    hazard: "carbon_monoxide",
    status: "pending",
    confirmedAt: null,
    alerted: true,
    note: null,
    added: [],
  })
  await acknowledgeRequest(worker, { id })
  expect(await getReportStatus(visitor, { token })).toMatchObject({ confirmedAt: expect.any(Date) })
  for (const wrong of [id, reference, "", `x${token}`, token.slice(0, -4), reportToken("not an id")])
    await expect(getReportStatus(visitor, { token: wrong })).rejects.toMatchObject({ code: "not_found" })
})

test("what a visitor wrote is erased with the request, their phone too", async () => {
  const { reference } = await reportEmergency(visitor, { ...report(), anyoneUnwell: true })
  const { id } = await requestWith(reference)
  await transaction((tx) => eraseRequestsById(tx, [id]))
  const erased = await getRequest(await makeActor("supervisor"), { id })
  expect(erased).toMatchObject({ description: ERASED, contactPhone: null, anyoneUnwell: null })
  expect(JSON.stringify(erased.premises)).not.toContain("Low Road")
})

test("whoever has the link adds details, which staff read as from somebody without an account; no other link adds any", async () => {
  const worker = await makeActor("staff")
  const { reference, statusPath } = await reportEmergency(visitor, report())
  const { id } = await requestWith(reference)
  const details = "The smell is strongest by the cellar door."
  const again = await addToReport(from("203.0.113.9"), { token: tokenOf(statusPath), details })
  expect(await getReportStatus(visitor, { token: tokenOf(again.statusPath) })).toMatchObject({ reference })
  expect((await listTimeline(worker, { id })).items.at(-1)).toMatchObject({
    kind: "messaged",
    actor: null,
    data: { message: details, from: "customer" },
    visibleToCustomer: true,
  })
  const stranger = addToReport(visitor, { token: id, details })
  await expect(stranger).rejects.toMatchObject({ code: "not_found" })
})

test("whoever has the link reads what they have added, and what became of their report", async () => {
  const supervisor = await makeActor("supervisor", { available: true })
  const { statusPath } = await reportEmergency(visitor, report())
  const token = tokenOf(statusPath)
  await addToReport(visitor, { token, details: "The smell comes from the cellar." })
  const open = await getReportStatus(visitor, { token })
  expect(open).toMatchObject({
    note: null,
    added: [{ details: "The smell comes from the cellar.", at: expect.any(Date) }],
  })
  const [{ id, version } = { id: "", version: 0 }] = await db.select().from(serviceRequests)
  await moveRequest(supervisor, { id, to: "cancelled", note: "We could not find this address.", version })
  expect(await getReportStatus(visitor, { token })).toMatchObject({
    status: "cancelled",
    alerted: null,
    note: "We could not find this address.",
    added: [{ details: "The smell comes from the cellar." }],
  })
})

test.each([
  ["2001:db8:7:1::1", "2001:db8:7:1:aaaa::2", "cancelled"],
  ["2001:db8:7:1::1", "2001:db8:7:2::1", "pending"],
  ["203.0.113.7", "203.0.113.7", "cancelled"],
  ["203.0.113.7", "203.0.113.8", "pending"],
  [":::no address", ":::no address", "cancelled"],
  ["1:2:3:4:5:6:7:8::9", "1:2:3:4:5:6:7:8::9", "cancelled"],
])("what %s reported is called off for %s: then it is %s", async (first, second, status) => {
  const supervisor = await makeActor("supervisor", { available: true })
  const same = report()
  const lead = await requestWith((await reportEmergency(from(first), same)).reference)
  const again = await requestWith((await reportEmergency(from(second), same)).reference)
  expect(again.joinedTo).toBe(lead.id)
  const { version } = await getRequest(supervisor, lead)
  await moveRequest(supervisor, { id: lead.id, to: "cancelled", note: "A hoax.", version })
  expect((await getRequest(supervisor, again)).status).toBe(status)
})

test("the page of a report that has joined another of its source says that the team is alerted to that one, and confirms nothing", async () => {
  await makeActor("staff")
  const places = ["1", "2", "3"].map((number) => ({
    line1: `${number} Elsewhere Road`,
    town: "Leeds",
    postcode: "LS2 2BB",
  }))
  let last = ""
  for (const premises of places)
    last = (await reportEmergency(visitor, { safetyCheck: "gas_smell", premises })).statusPath
  const statusNow = () => getReportStatus(visitor, { token: tokenOf(last) })
  expect(await statusNow()).toMatchObject({ alerted: true, confirmedAt: null })
  await db.update(emergencies).set({ offered: [] })
  expect(await statusNow()).toMatchObject({ alerted: false, confirmedAt: null })
})
