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
  await page.getByRole("link", { name: "Create key" }).click()
  await arrive(page, "Create an API key")
  await press(page, "Create key")
  await expectMistake(page, "Enter who will use the key", page.getByLabel("Used by"))

  await fill(page, { "Used by": name, Customers: `nobody@example.org\n${person.email}` })
  for (const scope of ["Read requests", "Send requests"]) await page.getByRole("checkbox", { name: scope }).check()
  await page.getByRole("radio", { name: "Customers named below" }).check()
  await press(page, "Create key")
  const unknown = "There is no customer with the email address nobody@example.org"
  await expectMistake(page, unknown, page.getByLabel("Customers (optional)"))
  await expect(page.getByRole("checkbox", { name: "Send requests" })).toBeChecked()
  await fill(page, { Customers: person.email })
  await press(page, "Create key")
  const secret = await secretOn(page)

  const party = apiOf(request, secret)
  const filed = party.post("/requests", { ...requestToFile(), customerId: person.id })
  const { id } = await answer<ServiceRequest>(filed, 201)
  await page.getByRole("link", { name: "View key" }).click()
  await arrive(page, name)
  await expect(page.getByText("Read requests, Send requests")).toBeVisible()
  await expect(page.getByText(secret)).toHaveCount(0)
  await page.getByRole("link", { name: "View audit log" }).click()
  await arrive(page, "Audit log")
  await expect(page.getByRole("link", { name: `API key ${name}`, exact: true }).first()).toBeVisible()
  await expect(page.getByRole("link", { name: `Remove filter: API key ${name}` })).toBeVisible()
  await expect(page.getByRole("rowheader").first()).toHaveText("Request received")

  const customer = await pageOf(person)
  await customer.goto(`/requests/${id}`)
  await expect(customer.getByText(`${name} (API)`).first()).toBeVisible()
})

test("a key whose answer was lost is made once, and its secret is shown by sending it again @once", async ({
  pageOf,
}) => {
  const [page, name] = [await pageOf(ADMINISTRATOR), `Firm ${randomUUID().slice(0, 8)}`]
  await page.goto("/admin/keys/new")
  await fill(page, { "Used by": name })
  await page.getByRole("checkbox", { name: "Read requests" }).check()
  await page.getByRole("radio", { name: "The whole utility" }).check()
  let isLost = false
  await page.route("**/admin/keys/new", async (route) => {
    if (isLost || route.request().method() !== "POST") return route.continue()
    isLost = true
    await route.fetch()
    await route.abort("connectionreset")
  })
  await press(page, "Create key")
  await expect(page.getByRole("alert").filter({ hasText: "No answer came" })).toBeVisible()
  await page.getByRole("button", { name: "Try again" }).click()
  expect(await secretOn(page)).not.toBe("")
  await page.goto("/admin/keys")
  await expect(page.getByRole("link", { name })).toHaveCount(1)
})

test("an administrator rolls a key, and revokes it once they are sure", async ({ as, pageOf, request }) => {
  const name = `Firm ${randomUUID().slice(0, 8)}`
  const { id, secret: old } = await makeKey(await as(ADMINISTRATOR), { name })
  const works = async (secret: string) => (await apiOf(request, secret).get("/keys/current")).status()
  const page = await pageOf(ADMINISTRATOR)
  await page.goto(`/admin/keys/${id}`)
  await press(page, "Create new secret")
  const secret = await secretOn(page)
  expect([await works(old), await works(secret)]).toEqual([200, 200])
  await expect(page.getByText("Old secret valid until")).toBeVisible()

  await page.goto(`/admin/keys/${id}`)
  await page.getByRole("link", { name: "Revoke key" }).click()
  await arrive(page, "Revoke this key?")
  await page.getByRole("link", { name: "Keep key" }).click()
  await arrive(page, name)
  expect(await works(secret)).toBe(200)

  await page.getByRole("link", { name: "Revoke key" }).click()
  await press(page, "Revoke key")
  await arrive(page, "API keys")
  await expect(page.getByText(`Key revoked: ${name}`)).toBeVisible()
  expect([await works(old), await works(secret)]).toEqual([401, 401])
  await expect(page.getByRole("row", { name }).getByText("Revoked")).toBeVisible()
})
