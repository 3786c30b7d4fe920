import { beforeAll, beforeEach, expect, test } from "vitest"
import { db } from "@/db/client"
import { serviceRequests } from "@/db/schema/requests"
import { endpoint } from "@/lib/http/endpoint"
import type { Actor } from "@/lib/model/actor"
import { Filing, RequestFilter } from "@/lib/requests/contract"
import { listRequests } from "@/lib/requests/list-requests"
import { requestOperations } from "@/lib/requests/operations"
import { call } from "@/lib/testing/api"
import { makeKey } from "@/lib/testing/keys"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { fileRequest } from "./file-request"

const POST = endpoint(requestOperations.fileRequest, fileRequest)

let customer: Actor
let supervisor: Actor
beforeAll(emptyDatabase)
beforeEach(async () => {
  await emptyDatabase()
  supervisor = await makeActor("supervisor")
  customer = await makeActor("customer")
})

const filing = (externalReference: string, by: Actor = customer) => ({
  ...requestToFile(),
  externalReference,
  ...(by.key && { customerId: customer.id }),
})
const file = (externalReference: string, by = customer) => fileRequest(by, Filing.parse(filing(externalReference, by)))
const find = async (by: Actor, filter: Partial<RequestFilter>) =>
  (await listRequests(by, RequestFilter.parse(filter))).items.map(({ id }) => id)

test("an external reference is cleaned, answered with the request and found exactly", async () => {
  const { id, externalReference } = await file("  CRM 4711 ")
  await file("CRM 47110")
  expect(externalReference).toBe("CRM 4711")
  const { items } = await listRequests(customer, RequestFilter.parse({ externalReference: "CRM 4711" }))
  expect(items).toMatchObject([{ id, externalReference: "CRM 4711" }])
  expect(await find(customer, { externalReference: "CRM" })).toEqual([])
  expect(await find(customer, { externalReference: "CRM 4711", status: "in_progress" })).toEqual([])
  expect(await find(customer, { externalReference: "CRM 4711", q: "Meter" })).toEqual([id])
})

test.each(["", "x".repeat(101)])("“%s” is no external reference", (externalReference) => {
  expect(Filing.safeParse({ ...requestToFile(), externalReference }).success).toBe(false)
})

test("a second request with the same is refused and told which the first is, however many come at once", async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => call(POST, "POST", { actor: customer, body: filing("A-1") })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(7).fill(409)])
  const bodies = await Promise.all(answers.map((answer) => answer.json()))
  const filed = bodies.find(({ code }) => code === undefined)
  for (const body of bodies.filter(({ code }) => code !== undefined)) {
    expect(body.request).toEqual({ id: filed.id, reference: filed.reference })
    expect(body.detail).toContain(filed.reference)
  }
  expect(await db.$count(serviceRequests)).toBe(1)
})

test("each caller has references of their own; the utility finds them all, others their own", async () => {
  const [utility, theirs] = [await makeKey(), await makeKey({ customerIds: [customer.id] })]
  const [own, byUtility, byTheirs] = [await file("B"), await file("B", utility), await file("B", theirs)]
  expect(await find(customer, { externalReference: "B" })).toEqual([own.id])
  expect(await find(theirs, { externalReference: "B" })).toEqual([byTheirs.id])
  const all = [byTheirs.id, byUtility.id, own.id]
  for (const by of [utility, supervisor]) {
    expect(await find(by, { externalReference: "B" })).toEqual(all)
    expect(await find(by, { externalReference: "B", status: "pending", category: "meter_fault" })).toEqual(all)
  }
  expect(await find(supervisor, { externalReference: "C", category: "meter_fault" })).toEqual([])
})
