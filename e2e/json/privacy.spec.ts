import type { Account } from "@/lib/identity/accounts/contract"
import { answer, expect, type PageOf, refusal } from "../api"
import { test } from "../assigned-request"
import { PHOTO } from "../files"
import { fileRequest } from "../filing"
import { PREMISES, SUPERVISOR } from "../people"
import { unzip } from "../zip"

test("a customer downloads everything kept about them, files included", async ({ anybody, as, newCustomer }) => {
  const person = await newCustomer()
  const customer = await as(person)
  const { id, reference } = await fileRequest(customer)
  const photo = new File([new Uint8Array(PHOTO)], "Zähler.png")
  await answer(customer.upload(`/requests/${id}/attachments`, photo), 201)
  const download = await customer.get("/profile/export")
  expect(download.status()).toBe(200)
  expect(download.headers()).toMatchObject({
    "content-type": "application/zip",
    "x-accel-buffering": "no",
    "content-disposition": expect.stringMatching(/^attachment; filename="[\w.-]+\.zip"/),
    "cache-control": "private, no-store",
  })
  const files = await unzip(await download.body())
  expect(files[`attachments/${reference}/Zähler.png`]).toEqual(PHOTO)
  expect(JSON.parse(String(files["data.json"]))).toMatchObject({
    profile: { name: person.name, email: person.email, premises: person.premises },
    requests: [{ reference, attachments: [{ name: "Zähler.png", file: `attachments/${reference}/Zähler.png` }] }],
  })
  await refusal(anybody.get("/profile/export"), 401)
  await refusal((await as(SUPERVISOR)).get("/profile/export"), 404)
})

test("a deleted account is gone at once, its request names nobody, and its e-mail address is free", async ({
  anybody,
  as,
  confirm,
  newCustomer,
}) => {
  const person = await newCustomer()
  const [customer, elsewhere, supervisor] = [await as(person), await as(person), await as(SUPERVISOR)]
  const { id } = await fileRequest(customer)
  const { errors } = await refusal(customer.post("/profile/deletion", { currentPassword: "not this one" }), 400)
  expect(errors).toEqual([{ path: "currentPassword", message: expect.any(String) }])
  await answer(customer.post("/profile/deletion", { currentPassword: person.password }), 204)

  for (const caller of [customer, elsewhere]) await refusal(caller.get("/profile"), 401)
  await refusal(anybody.post("/tokens", { email: person.email, password: person.password }), 401)
  expect(await answer(supervisor.get(`/requests/${id}`), 200)).toMatchObject({
    status: "cancelled",
    title: "Meter fault",
    customer: { name: "Deleted customer", phone: "" },
  })
  const found = await answer<PageOf<unknown>>(supervisor.get(`/requests?q=${encodeURIComponent(person.name)}`), 200)
  expect(found.items).toEqual([])
  const { name, email, phone, password } = person
  await answer(anybody.post("/accounts", { name, email, phone, password, premises: PREMISES }), 202)
  await confirm(person)
  const again = await answer<Account>((await as(person)).get("/profile"), 200)
  expect(again.id).not.toBe(person.id)
})

test("an account is not deleted while somebody works for it, and hears for which request", async ({
  as,
  assignedRequest,
}) => {
  const { person, worker, request } = await assignedRequest()
  const { id, reference, version } = request
  const customer = await as(person)
  await answer((await as(worker)).put(`/requests/${id}/status`, { to: "in_progress", version }), 200)
  const refused = await refusal(customer.post("/profile/deletion", { currentPassword: person.password }), 409)
  expect(refused.detail).toContain(reference)
  await answer(customer.get("/profile"), 200)
})
