import type { DangerCheck } from "@/lib/dispatch/danger-checks/contract"
import type { ServiceRequest } from "@/lib/requests/contract"
import { type Api, answer, expect, type PageOf, refusal } from "../api"
import { test } from "../assigned-request"
import { fileRequest } from "../filing"
import { ADMINISTRATOR, SUPERVISOR } from "../people"

const DOUBTFUL = { description: "There was a smell of gas in the hall last week.", happeningNow: false }

const checkIn = async (reader: Api, { id }: { id: string }) =>
  (await answer<PageOf<DangerCheck>>(reader.get(`/danger-checks?request=${id}`), 200)).items[0]

test("a request that may be an emergency is listed for whoever may say whether it is, and is one when they say so", async ({
  as,
  newCustomer,
  newStaff,
}) => {
  const [customer, supervisor, away] = [await as(await newCustomer()), await as(SUPERVISOR), await as(await newStaff())]
  const request = await fileRequest(customer, { ...DOUBTFUL, contactPhone: "0151 496 0777" })
  expect(request).toMatchObject({ priority: "normal", danger: { check: "open" } })
  expect(await checkIn(supervisor, request)).toMatchObject({
    reference: request.reference,
    danger: { words: "smell of gas", verdict: "danger", judge: "rules", happeningNow: false },
    premises: request.premises,
    contactPhone: "0151 496 0777",
  })
  expect(await checkIn(away, request)).toBeUndefined()
  await refusal(customer.get("/danger-checks"), 403)
  await refusal(supervisor.get("/danger-checks?after=yesterday"), 400)

  const path = `/requests/${request.id}/danger-check`
  await refusal(customer.put(path, { danger: false }), 404)
  await refusal(away.put(path, { danger: false }), 404)
  await refusal(supervisor.put(path, { danger: "perhaps" }), 400)
  expect(await answer(supervisor.put(path, { danger: true }), 200)).toMatchObject({
    outcome: "danger",
    priority: "emergency",
  })
  expect((await refusal(supervisor.put(path, { danger: false }), 409)).detail).toContain("was already checked by")
  expect(await checkIn(supervisor, request)).toBeUndefined()
  expect(await answer<ServiceRequest>(customer.get(`/requests/${request.id}`), 200)).toMatchObject({
    priority: "emergency",
    danger: { check: "danger" },
  })
  await customer.delete(`/requests/${request.id}`)
})

test("of two who answer a check at once, the first counts", async ({ as, newCustomer }) => {
  const customer = await as(await newCustomer())
  const request = await fileRequest(customer, DOUBTFUL)
  const people = [await as(SUPERVISOR), await as(ADMINISTRATOR)]
  const answers = await Promise.all(
    people.map((it) => it.put(`/requests/${request.id}/danger-check`, { danger: false })),
  )
  expect(answers.map((it) => it.status()).sort()).toEqual([200, 409])
  await customer.delete(`/requests/${request.id}`)
})
