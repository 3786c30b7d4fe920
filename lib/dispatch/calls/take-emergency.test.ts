import { beforeEach, expect, test } from "vitest"
import { REPORTER } from "@/lib/dispatch/emergency-reports/reporter"
import { createCustomer } from "@/lib/identity/customers/create-customer"
import { listCustomers } from "@/lib/identity/customers/list-customers"
import type { Actor } from "@/lib/model/actor"
import { emptyDatabase, makeActor, premises, requestToFile } from "@/lib/testing/people"
import { fileRequest } from "../file-request"
import { Call } from "./contract"
import { getTaken } from "./get-taken"
import { nameCaller } from "./name-caller"
import { takeCall } from "./take-call"

let priya: Actor
beforeEach(async () => {
  await emptyDatabase()
  priya = await makeActor("staff", { name: "Priya Shah", categories: [] })
  await makeActor("staff", { name: "Tom Fletcher" })
})

const bridge = { line1: "By the bridge in Mill Lane" }
const take = (call: object) => takeCall(priya, Call.parse({ safetyCheck: "gas_smell", premises: bridge, ...call }))
const addWanda = (changes: object = {}) =>
  createCustomer(priya, { name: "Wanda Kowalska", phone: "0113 496 0017", premises, ...changes })

test("an emergency needs a place and nothing else, and then belongs to no account", async () => {
  const request = await take({ caller: {} })
  expect(request).toMatchObject({
    priority: "emergency",
    category: "gas_leak",
    title: "Smell of gas",
    premises: bridge,
    channel: "phone",
    takenBy: { id: priya.id },
    customer: { id: REPORTER.id },
    alerted: true,
  })
  await expect(take({ caller: {}, premises: {} })).rejects.toMatchObject({
    code: "invalid",
    fields: { "premises.line1": "Enter the building and street" },
  })
})

test("a caller with a name and no number, or a number and no name, is kept as they were heard", async () => {
  const named = await take({ caller: { name: "Łukasz, a child", phone: "unknown" } })
  expect(named).toMatchObject({ customer: { id: REPORTER.id }, contactPhone: "unknown" })
  expect(named.description).toContain("Caller: Łukasz, a child")
  const called = await take({ caller: { phone: "07700 900123 (neighbour)" } })
  expect(called).toMatchObject({ customer: { id: REPORTER.id }, contactPhone: "07700 900123 (neighbour)" })
  expect((await listCustomers(priya, { limit: 10 })).items).toEqual([])
})

test("somebody new with a name and a number becomes a customer, whatever else cannot be read", async () => {
  const caller = { name: "Wanda Kowalska", phone: "0113 496 0017", email: "wanda at home", about: ["home", "invite"] }
  const request = await take({ caller })
  expect(request.customer).toMatchObject({ name: "Wanda Kowalska", phone: "0113 496 0017", email: null })
  expect(request.description).toContain("wanda at home")
})

test("a number that belongs to one customer stops nothing: it is theirs, unless another name was given", async () => {
  const { id } = await addWanda()
  expect((await take({ caller: { phone: "+44 113 496 0017" } })).customer.id).toBe(id)
  expect((await take({ caller: { name: "wanda  kowalska", phone: "01134960017" } })).customer.id).toBe(id)
  const other = await take({ caller: { name: "Jan Kowalski", phone: "0113 496 0017" } })
  expect(other).toMatchObject({ customer: { id: REPORTER.id }, contactPhone: "0113 496 0017" })
  expect(other.description).toContain("Caller: Jan Kowalski")
})

test("a number that several customers share is nobody's until it is asked", async () => {
  await addWanda()
  await addWanda({ name: "Jan Kowalski", another: true })
  expect((await take({ caller: { phone: "0113 496 0017" } })).customer.id).toBe(REPORTER.id)
})

test("who has the number is shown afterwards, and can be named once by whoever took the call", async () => {
  const [wanda, jan] = [await addWanda(), await addWanda({ name: "Jan Kowalski", another: true })]
  const { id } = await take({ caller: { phone: "0113 496 0017" } })
  const taken = await getTaken(priya, { id })
  expect(taken).toMatchObject({ isNobodys: true, mayBe: [{ id: wanda.id }, { id: jan.id, name: "Jan Kowalski" }] })
  const another = await makeActor("staff")
  await expect(nameCaller(another, { id, customerId: jan.id })).rejects.toMatchObject({ code: "not_found" })
  const nobody = "00000000-0000-7000-8000-000000000123"
  await expect(nameCaller(priya, { id, customerId: nobody })).rejects.toMatchObject({ code: "not_found" })
  const customer = await makeActor("customer")
  await expect(nameCaller(customer, { id, customerId: jan.id })).rejects.toMatchObject({ code: "forbidden" })
  expect(await nameCaller(priya, { id, customerId: jan.id })).toMatchObject({ customer: { id: jan.id } })
  await expect(nameCaller(priya, { id, customerId: wanda.id })).rejects.toMatchObject({ code: "conflict" })
  expect(await getTaken(priya, { id })).toMatchObject({ isNobodys: false, mayBe: [] })
})

test("a program of staff sends an emergency of nobody as well, and nothing else", async () => {
  const { id } = await fileRequest(priya, requestToFile({ safetyCheck: "gas_smell" }))
  expect(await getTaken(priya, { id })).toMatchObject({ isNobodys: true })
  await expect(fileRequest(priya, requestToFile())).rejects.toMatchObject({
    fields: { customerId: expect.any(String) },
  })
})

test("an email address that another has does not stop it", async () => {
  await addWanda({ email: "wanda@example.test" })
  const request = await take({ caller: { name: "Jan", phone: "0113 496 0018", email: "wanda@example.test" } })
  expect(request).toMatchObject({ customer: { id: REPORTER.id }, contactPhone: "0113 496 0018" })
})

test("a customer who is gone meanwhile does not stop it", async () => {
  const customerId = "00000000-0000-7000-8000-000000000123"
  expect((await take({ customerId, place: "new" })).customer.id).toBe(REPORTER.id)
})

test("no other field stops it: what cannot be read is kept in words, and what is too long is cut", async () => {
  const long = "Past the red shop, ".repeat(400)
  const request = await take({
    caller: { name: "x".repeat(900), phone: "9".repeat(300) },
    title: "Gas",
    description: "y".repeat(300_000),
    contactPhone: "no idea",
    category: "billing",
    premises: { line1: long, line2: long, town: long, postcode: "LS1 4A?", mprn: "12", meterSerial: "???" },
  })
  expect(request).toMatchObject({ priority: "emergency", contactPhone: "no idea", premises: { postcode: "" } })
  expect(request.premises.line1.length).toBeLessThanOrEqual(300)
  expect(request.description).toContain("LS1 4A?")
  expect(request.description).toContain("Past the red shop, ".repeat(20).trim())
  expect(request.description.length).toBeLessThan(20_000)
})

test("an emergency by its category, or by words of a danger that is there now, needs a place only as well", async () => {
  const byCategory = await take({ safetyCheck: undefined, category: "carbon_monoxide_alarm", caller: {} })
  expect(byCategory).toMatchObject({ priority: "emergency", category: "carbon_monoxide_alarm" })
  const told = { safetyCheck: "none", caller: {}, description: "There is a smell of gas in the hall." }
  const byWords = await take({ ...told, happeningNow: true })
  expect(byWords).toMatchObject({ priority: "emergency", customer: { id: REPORTER.id } })
  expect(byWords.description).toContain("smell of gas in the hall")
  await expect(take(told)).rejects.toMatchObject({
    fields: { happeningNow: expect.any(String), "caller.name": expect.any(String) },
  })
})
