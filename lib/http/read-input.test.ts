import { beforeAll, expect, test } from "vitest"
import { fileRequest } from "@/lib/dispatch/file-request"
import type { Actor } from "@/lib/model/actor"
import { requestOperations } from "@/lib/requests/operations"
import { env } from "@/lib/runtime/env"
import { callOperation } from "@/lib/testing/call-operation"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"

let customer: Actor
let other: Actor
let request: { id: string; reference: string }
beforeAll(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
  other = await makeActor("customer")
  request = await fileRequest(customer, requestToFile())
})

const get = (actor: Actor, id: string) => callOperation(requestOperations.getRequest, actor, { params: { id } })

test("a request is found by its reference as by its id, however it is spelt", async () => {
  const { reference, id } = request
  for (const spelt of [
    id,
    reference,
    reference.toLowerCase(),
    reference.replaceAll("-", ""),
    reference.replaceAll("-", "\u2011"),
  ])
    expect(await (await get(customer, spelt)).json()).toMatchObject({ id, reference })
  const timeline = await callOperation(requestOperations.listTimeline, customer, { params: { id: reference } })
  expect(timeline.status).toBe(200)
})

test("whoever cannot send what may be an emergency is told the number to call", async () => {
  const sent = await callOperation(requestOperations.fileRequest, customer, { body: { title: "Gas" } })
  expect(await sent.json()).toMatchObject({ status: 400, emergencyPhone: env().EMERGENCY_PHONE })
  expect(await (await get(customer, "12345")).json()).not.toHaveProperty("emergencyPhone")
})

test("somebody else's reference is as unknown as one that nobody has, and what is none is not valid", async () => {
  expect((await get(other, request.reference)).status).toBe(404)
  expect((await get(customer, "GR-2222-2222")).status).toBe(404)
  expect((await get(customer, "GR-")).status).toBe(404)
  expect((await get(customer, "12345")).status).toBe(400)
})
