import { randomUUID } from "node:crypto"
import type { Page } from "@playwright/test"
import type { ServiceRequest } from "@/lib/requests/contract"
import { answer, apiOf } from "../api"
import { requestToFile } from "../filing"
import { makeKey } from "../keys"
import { ADMINISTRATOR } from "../people"
import { arrive, expect, expectMistake, fill, press, test } from "../visit"

const SECRET = /^gus_[\w-]{43}$/
const secretOn = async (page: Page) => (await page.getByText(SECRET).textContent()) ?? ""

test("an administrator makes a key, whose secret is shown once and works", async ({ newCustomer, pageOf, request }) => {
  const [page, person, name] = [await pageOf(ADMINISTRATOR), await newCustomer(), `Firm ${randomUUID().slice(0, 8)}`]
  await page.goto("/admin/keys")
  await page.getByRole("link", { name: "Make a key" }).click()
  await arrive(page, "Make an API key")
  await press(page, "Make the key")
  await expectMistake(page, "Enter who will use the key", page.getByLabel("Who will use it"))

  await fill(page, { "Who will use it": name, Customers: `nobody@example.org\n${person.email}` })
  for (const scope of ["Read requests", "Send requests"]) await page.getByRole("checkbox", { name: scope }).check()
  await page.getByRole("radio", { name: "Customers named below" }).check()
  await press(page, "Make the key")
  const unknown = "There is no customer with the email address nobody@example.org"
  await expectMistake(page, unknown, page.getByLabel("Customers (optional)"))
  await expect(page.getByRole("checkbox", { name: "Send requests" })).toBeChecked()
  await fill(page, { Customers: person.email })
  await press(page, "Make the key")
  const secret = await secretOn(page)

  const party = apiOf(request, secret)
  const filed = party.post("/requests", { ...requestToFile(), customerId: person.id })
  const { id } = await answer<ServiceRequest>(filed, 201)
  await page.getByRole("link", { name: "Look at the key" }).click()
  await arrive(page, name)
  await expect(page.getByText("Read requests, Send requests")).toBeVisible()
  await expect(page.getByText(secret)).toHaveCount(0)
  await page.getByRole("link", { name: "What was done by this key" }).click()
  await arrive(page, "Audit log")
  await expect(page.getByRole("link", { name: `API key ${name}`, exact: true }).first()).toBeVisible()
  await expect(page.getByRole("link", { name: `Not only what the API key ${name} did` })).toBeVisible()
  await expect(page.getByRole("rowheader").first()).toHaveText("Request received")

  const customer = await pageOf(person)
  await customer.goto(`/requests/${id}`)
  await expect(customer.getByText(`${name} (API)`).first()).toBeVisible()
})

test("an administrator rolls a key, and revokes it once they are sure", async ({ as, pageOf, request }) => {
  const name = `Firm ${randomUUID().slice(0, 8)}`
  const { id, secret: old } = await makeKey(await as(ADMINISTRATOR), { name })
  const works = async (secret: string) => (await apiOf(request, secret).get("/keys/current")).status()
  const page = await pageOf(ADMINISTRATOR)
  await page.goto(`/admin/keys/${id}`)
  await press(page, "Make a new secret")
  const secret = await secretOn(page)
  expect([await works(old), await works(secret)]).toEqual([200, 200])
  await expect(page.getByText("Old secret good until")).toBeVisible()

  await page.goto(`/admin/keys/${id}`)
  await page.getByRole("link", { name: "Revoke this key" }).click()
  await arrive(page, "Revoke this key?")
  await page.getByRole("link", { name: "Keep it" }).click()
  await arrive(page, name)
  expect(await works(secret)).toBe(200)

  await page.getByRole("link", { name: "Revoke this key" }).click()
  await press(page, "Revoke key")
  await arrive(page, "API keys")
  await expect(page.getByText(`The key of ${name} is revoked`)).toBeVisible()
  expect([await works(old), await works(secret)]).toEqual([401, 401])
  await expect(page.getByRole("row", { name }).getByText("Revoked")).toBeVisible()
})
