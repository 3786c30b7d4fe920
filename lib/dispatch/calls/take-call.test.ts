import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { createCustomer } from "@/lib/identity/customers/create-customer"
import { getCustomer } from "@/lib/identity/customers/get-customer"
import type { Actor } from "@/lib/model/actor"
import { findCallers } from "@/lib/requests/callers/find-callers"
import { getCaller } from "@/lib/requests/callers/get-caller"
import * as judging from "@/lib/requests/safety/judge-text"
import { lettersTo } from "@/lib/testing/links"
import { emptyDatabase, makeActor, premises, requestToFile } from "@/lib/testing/people"
import { fileRequest } from "../file-request"
import { Call } from "./contract"
import { getTaken } from "./get-taken"
import { takeCall } from "./take-call"

let priya: Actor
let tom: Actor
beforeEach(async () => {
  await emptyDatabase()
  priya = await makeActor("staff", { name: "Priya Shah", categories: [] })
  tom = await makeActor("staff", { name: "Tom Fletcher" })
})
afterEach(() => vi.restoreAllMocks())

const caller = { name: "Wanda Kowalska", phone: "0113 496 0017", about: ["home"] }
const words = {
  category: "meter_fault",
  title: "Meter display is blank",
  description: "It has shown nothing since Monday.",
}
const take = (call: object, by = priya) => takeCall(by, Call.parse({ safetyCheck: "none", ...call }))
const refused = (fields: object) => ({ code: "invalid", fields: expect.objectContaining(fields) })

test("a call of somebody new makes them a customer with their home, and a request", async () => {
  const request = await take({ caller, ...words, premises })
  expect(request).toMatchObject({ channel: "phone", customer: { name: "Wanda Kowalska", email: null }, premises })
  expect(await getCustomer(priya, { id: request.customer.id })).toMatchObject({ phone: caller.phone, premises })
  expect(await lettersTo(request.customer.id)).toEqual([])
})

test("who asks for it is invited to the portal", async () => {
  const invited = { ...caller, email: "wanda@example.test", about: ["invite"] }
  const { customer } = await take({ caller: invited, ...words, premises })
  expect(await lettersTo(customer.id)).toEqual(["portal_invitation"])
  expect(await getCustomer(priya, customer)).toMatchObject({ premises: null })
})

test("all that is missing is said at once, and nothing is made", async () => {
  const missing = {
    safetyCheck: "Ask whether anyone is in danger, and choose the answer",
    "caller.name": "Enter the customer’s name",
    "premises.line1": "Enter the building and street",
  }
  await expect(take({ safetyCheck: undefined, caller: {}, premises: {} })).rejects.toMatchObject(
    refused({
      ...missing,
      "caller.phone": expect.any(String),
      category: expect.any(String),
      title: expect.any(String),
    }),
  )
  expect((await findCallers(priya, { q: "0113 496 0017" })).items).toEqual([])
})

test("an emergency needs who calls and where, and nothing else", async () => {
  const request = await take({ safetyCheck: "gas_smell", caller, premises: { line1: "By the bridge in Mill Lane" } })
  expect(request).toMatchObject({ priority: "emergency", category: "gas_leak", title: "Smell of gas", alerted: true })
})

test("words that may tell of a danger are asked about first", async () => {
  const told = { caller, ...words, description: "There is a smell of gas in the hall.", premises }
  await expect(take(told)).rejects.toMatchObject(refused({ happeningNow: expect.stringContaining("smell of gas") }))
  expect(await take({ ...told, happeningNow: true })).toMatchObject({ priority: "emergency" })
})

test("what only the statistics take for possible is neither asked about again nor put up for a check", async () => {
  vi.spyOn(judging, "judgeText").mockReturnValue({
    ...{ verdict: "possible", hazard: "gas", words: "knocked over", judge: "statistics" },
  })
  expect(await take({ caller, ...words, premises })).toMatchObject({ priority: "normal", danger: null })
})

test("a customer is called by one of their places, and by those of earlier requests", async () => {
  const { id } = await createCustomer(priya, { name: "Wanda Kowalska", phone: "0113 496 0017", premises })
  const shop = { line1: "2 High Street", town: "Leeds", postcode: "LS2 7BX" }
  await fileRequest(priya, { ...requestToFile({ premises: shop }), customerId: id })
  const { places, requests } = await getCaller(priya, { id })
  expect(places.map((it) => it.premises)).toEqual([premises, shop])
  expect(requests).toMatchObject([
    { title: "Meter display is blank", assignee: { name: "Tom Fletcher" }, readable: false },
  ])
  expect((await getCaller(tom, { id })).requests).toMatchObject([{ readable: true }])
  const taken = await take({ customerId: id, place: places[1]?.name, ...words })
  expect(taken.premises).toEqual(shop)
  await expect(take({ customerId: id, place: "new", ...words, premises: {} })).rejects.toMatchObject(
    refused({ "premises.line1": "Enter the building and street" }),
  )
})

test("of several places it is asked which one, in an emergency as well", async () => {
  const { id } = await createCustomer(priya, { name: "Wanda Kowalska", phone: "0113 496 0017", premises })
  const asked = { code: "invalid", fields: { place: "Choose where it is" } }
  await expect(take({ customerId: id, ...words })).rejects.toMatchObject(asked)
  await expect(take({ customerId: id, safetyCheck: "gas_smell" })).rejects.toMatchObject(asked)
  await expect(take({ customerId: id, safetyCheck: "gas_smell", place: "gone" })).rejects.toMatchObject(asked)
  const byNumber = { caller: { name: "W", phone: "0113 496 0017" }, known: id, premises: {} }
  expect((await take({ ...byNumber, ...words })).premises).toEqual(premises)
})

test("where the number is a customer's, it is asked which of them calls", async () => {
  const { id } = await createCustomer(priya, { name: "Wanda Kowalska", phone: "+44 113 496 0017", premises })
  const jan = { caller: { ...caller, name: "Jan Kowalski" }, ...words, premises }
  await expect(take(jan)).rejects.toMatchObject({
    ...refused({ known: expect.any(String), "caller.phone": "This phone number belongs to Wanda Kowalska" }),
    customers: [{ id, address: "12 Mill Lane, Leeds, LS1 4AB" }],
  })
  expect(await take({ ...jan, known: id })).toMatchObject({ customer: { id, name: "Wanda Kowalska" } })
  const another = await take({ ...jan, known: "another" })
  expect(another.customer).toMatchObject({ name: "Jan Kowalski" })
  expect((await findCallers(priya, { q: "01134960017" })).items.map(({ name }) => name)).toEqual([
    "Wanda Kowalska",
    "Jan Kowalski",
  ])
})

test("whoever took it learns what became of it, nobody else does, and customers take no calls", async () => {
  const { id, reference } = await take({ caller, ...words, premises })
  expect(await getTaken(priya, { id })).toMatchObject({
    reference,
    assignee: { name: "Tom Fletcher" },
    readable: false,
  })
  await expect(getTaken(tom, { id })).rejects.toMatchObject({ code: "not_found" })
  const customer = await makeActor("customer")
  await expect(take({ customerId: customer.id, ...words, premises }, customer)).rejects.toMatchObject({
    code: "forbidden",
  })
})
