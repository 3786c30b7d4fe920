import type { Account } from "@/lib/identity/accounts/contract"
import { answer } from "../api"
import { fileRequest } from "../filing"
import { SUPERVISOR } from "../people"
import { arrive, expect, test } from "../visit"

test("a supervisor finds a caller by phone and sees how to reach them and all that they have asked for", async ({
  as,
  newCustomer,
  pageOf,
}) => {
  const phone = `07700 ${String(Math.floor(Math.random() * 900_000) + 100_000)}`
  const person = await newCustomer()
  const customer = await as(person)
  const { name, premises, version } = await answer<Account>(customer.get("/profile"), 200)
  await answer(customer.put("/profile", { name, phone, premises, version }), 200)
  const { reference } = await fileRequest(customer, { title: "The meter ticks at night" })
  const page = await pageOf(SUPERVISOR, "hears nothing")
  await page.goto("/desk/customers")
  await page.getByRole("searchbox", { name: "Name, phone, email or address" }).fill(phone.replaceAll(" ", ""))
  await page.getByRole("button", { name: "Search" }).click()
  await expect(page.getByRole("table", { name: "Customers" }).getByRole("row")).toHaveCount(2)
  await page.getByRole("link", { name: person.name }).click()
  await arrive(page, person.name)
  await expect(page.getByRole("link", { name: phone })).toBeVisible()
  for (const list of ["Open requests", "All requests"])
    await expect(page.getByRole("table", { name: list })).toContainText(reference)
  await page
    .getByRole("table", { name: "Open requests" })
    .getByRole("link", { name: "The meter ticks at night" })
    .click()
  await arrive(page, "The meter ticks at night")
})
