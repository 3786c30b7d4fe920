import { answer, memberOf } from "../api"
import { fileRequest } from "../filing"
import { ADMINISTRATOR, SUPERVISOR } from "../people"
import { arrive, expect, fill, press, test } from "../visit"

test("4: what nobody can take waits in sight, and goes to the first who takes new requests", async ({
  as,
  newCustomer,
  newStaff,
  pageOf,
}) => {
  const [person, worker] = [await newCustomer(), await newStaff()]
  const change = { categories: ["complaint"], capacity: 0 }
  await answer((await as(ADMINISTRATOR)).patch(`/staff/${worker.id}`, change), 200)
  const page = await pageOf(worker)
  await page.goto("/desk")
  await press(page, "Take new requests")
  await expect(page.getByText("You are taking new requests")).toBeVisible()

  // Only emergencies come to somebody who has no room.
  const { id, assignee } = await fileRequest(await as(person), { category: "complaint" })
  expect(assignee).toBeNull()
  const supervisor = await pageOf(SUPERVISOR)
  await supervisor.goto("/desk")
  await expect(supervisor.getByText(/requests? waits? for somebody to take/)).toBeVisible()
  await supervisor.getByRole("link", { name: "See what waits" }).click()
  const waiting = supervisor.locator(`a[href="/desk/requests/${id}"]`)
  await expect(waiting).toBeVisible()
  const customer = await pageOf(person)
  await customer.goto(`/requests/${id}`)
  await expect(customer.getByText("Nobody yet: waiting for the next person available")).toBeVisible()

  await press(page, "Stop taking new requests")
  await expect(page.getByText("You are not taking new requests")).toBeVisible()
  await answer((await as(ADMINISTRATOR)).patch(`/staff/${worker.id}`, { capacity: 1000 }), 200)
  await press(page, "Take new requests")
  await expect(page.locator(`a[href="/desk/requests/${id}"]`)).toBeVisible()
  await press(page, "Stop taking new requests")
  await expect(page.getByText("You are not taking new requests")).toBeVisible()
  await customer.reload()
  await expect(customer.getByText(worker.name).first()).toBeVisible()
})

test("7: an administrator sets what somebody can take, and can shut them out", async ({ as, newStaff, pageOf }) => {
  const worker = await newStaff()
  const page = await pageOf(ADMINISTRATOR)
  await page.goto(`/admin/staff/${worker.id}`)
  await arrive(page, worker.name)
  await fill(page, { Capacity: "many" })
  await press(page, "Save")
  const summary = page.getByRole("alert").filter({ hasText: "There is a problem" })
  await expect(summary).toBeVisible()
  await expect(page.getByLabel("Capacity")).toHaveValue("many")

  await fill(page, { Capacity: "7" })
  for (const category of await page.getByRole("checkbox").all())
    if ((await category.getAttribute("value")) !== "billing") await category.uncheck()
  await press(page, "Save")
  await expect(page.getByText(`${worker.name} is saved`)).toBeVisible()
  expect(await memberOf(as, worker)).toMatchObject({ capacity: 7, categories: ["billing"], state: "active" })

  const theirs = await pageOf(worker)
  await page.goto(`/admin/staff/${worker.id}`)
  await page.getByRole("radio", { name: "Disabled" }).check()
  await press(page, "Save")
  await expect(page.getByText(`${worker.name} is saved`)).toBeVisible()
  await theirs.goto("/desk")
  await arrive(theirs, "Sign in")
})
