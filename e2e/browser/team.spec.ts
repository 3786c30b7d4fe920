import { readFileSync } from "node:fs"
import { CATEGORY_IDS } from "@/lib/model/category"
import { answer, memberOf } from "../api"
import { fileRequest } from "../filing"
import { ADMINISTRATOR, newPerson, SUPERVISOR } from "../people"
import { arrive, expect, fill, ONLY_ONCE, press, test } from "../visit"

const CODE = /^[2-9A-Z]{6}(-[2-9A-Z]{6}){3}$/

test(
  "what nobody can take waits in sight, and goes to the first who takes new requests",
  ONLY_ONCE,
  async ({ as, newCustomer, newStaff, pageOf }) => {
    const [person, worker] = [await newCustomer(), await newStaff()]
    const change = { categories: ["complaint"], capacity: 0 }
    await answer((await as(ADMINISTRATOR)).patch(`/staff/${worker.id}`, change), 200)
    const page = await pageOf(worker)
    await page.goto("/desk")
    await press(page, "Take new requests")
    await expect(page.getByText("Available", { exact: true })).toBeVisible()

    // Only emergencies come to somebody who has no room.
    const { id, assignee } = await fileRequest(await as(person), { category: "complaint" })
    expect(assignee).toBeNull()
    const supervisor = await pageOf(SUPERVISOR, "hears nothing")
    await supervisor.goto("/desk")
    await expect(supervisor.getByText(/\d unassigned requests?/)).toBeVisible()
    // With the keyboard: emergencies of other journeys move the page under a mouse.
    await supervisor.getByRole("link", { name: "View unassigned" }).press("Enter")
    await expect(supervisor).toHaveURL(/assignee=nobody/)
    // Other journeys leave more unassigned than there are rows on a page.
    await supervisor.goto("/desk?assignee=nobody&category=complaint")
    const waiting = supervisor.locator(`a[href="/desk/requests/${id}"]`)
    await expect(waiting).toBeVisible()
    const customer = await pageOf(person)
    await customer.goto(`/requests/${id}`)
    await expect(customer.getByText("Not assigned yet: waiting for the next available person")).toBeVisible()

    await press(page, "Stop taking new requests")
    await expect(page.getByText("Away", { exact: true })).toBeVisible()
    await answer((await as(ADMINISTRATOR)).patch(`/staff/${worker.id}`, { capacity: 1000 }), 200)
    await press(page, "Take new requests")
    await expect(page.locator(`a[href="/desk/requests/${id}"]`)).toBeVisible()
    await press(page, "Stop taking new requests")
    await expect(page.getByText("Away", { exact: true })).toBeVisible()
    await customer.reload()
    await expect(customer.getByText(worker.name).first()).toBeVisible()
  },
)

test("an administrator sends an invitation again and revokes it; the new code is shown once", async ({
  as,
  pageOf,
}) => {
  const { email } = newPerson()
  await answer((await as(ADMINISTRATOR)).post("/invitations", { email }), 201)
  const page = await pageOf(ADMINISTRATOR)
  await page.goto("/admin/invitations")
  const row = page.getByRole("row").filter({ hasText: email })
  await press(row, `Send again to ${email}`)
  await expect(row.getByText(`Invitation sent to ${email}`)).toBeVisible()
  const code = (await row.getByText(CODE).textContent()) ?? ""
  await expect(row.getByText(`/register/staff?code=${code}`)).toBeVisible()
  await page.goto("/admin/invitations")
  await expect(page.getByText(code)).toHaveCount(0)

  await press(row, `Revoke invitation for ${email}`)
  await expect(row.getByText("Revoked")).toBeVisible()
  await expect(row.getByRole("button")).toHaveCount(0)
})

test(
  "a role and a team are given, and the role takes effect on the next page",
  ONLY_ONCE,
  async ({ newStaff, pageOf }) => {
    const worker = await newStaff()
    const [page, theirs] = [await pageOf(ADMINISTRATOR), await pageOf(worker)]
    const become = async (role: string) => {
      await page.goto(`/admin/staff/${worker.id}`)
      await page.getByRole("radio", { name: role }).check()
      await fill(page, { Team: `North ${worker.id}` })
      await press(page, "Save")
      await expect(page.getByText(`Changes to ${worker.name} saved`)).toBeVisible()
    }
    await theirs.goto("/desk")
    await arrive(theirs, "Assigned to you")
    await become("Supervisor")
    await theirs.goto("/desk?filters=open")
    await expect(theirs.getByRole("combobox", { name: "Assigned to" })).toBeVisible()
    await page.goto(`/admin/staff?${new URLSearchParams({ role: "supervisor", team: `North ${worker.id}` })}`)
    await expect(page.getByRole("rowheader")).toHaveText([new RegExp(worker.name)])

    await become("Administrator")
    await theirs.goto("/admin/staff")
    await arrive(theirs, "Sign in")
    await become("Support staff")
    await page.goto(`/admin/staff/${worker.id}`)
    await fill(page, { Team: "" })
    await press(page, "Save")
    await expect(page.getByText(`Changes to ${worker.name} saved`)).toBeVisible()
    await page.goto(`/admin/staff/${worker.id}`)
    await expect(page.getByLabel("Team")).toHaveValue("")
  },
)

test(
  "an administrator who changes their own role or account lands where they may be, and reads what happened",
  ONLY_ONCE,
  async ({ as, newStaff, pageOf }) => {
    const person = await newStaff()
    const ways = [
      { choice: "Supervisor", title: "All open", said: "You are no longer an administrator" },
      { choice: "Waiting", title: "Waiting for approval", said: "You are no longer an administrator" },
      { choice: "Disabled", title: "Sign in", said: "You have signed out" },
    ]
    for (const { choice, title, said } of ways) {
      const risen = { role: "administrator", state: "active" }
      await answer((await as(ADMINISTRATOR)).patch(`/staff/${person.id}`, risen), 200)
      const page = await pageOf(person)
      await page.goto(`/admin/staff/${person.id}`)
      await page.getByRole("radio", { name: choice }).check()
      await press(page, "Save")
      await arrive(page, title)
      await expect(page.getByText(said)).toBeVisible()
    }
  },
)

test("the audit log is narrowed down by following it, and taken away as a file", async ({ as, newStaff, pageOf }) => {
  const worker = await newStaff()
  await answer((await as(ADMINISTRATOR)).patch(`/staff/${worker.id}`, { capacity: 3, team: "=North" }), 200)
  const page = await pageOf(ADMINISTRATOR)
  await page.goto("/admin/audit")
  await arrive(page, "Audit log")
  await page.getByLabel("Action").selectOption("Staff member changed")
  await press(page, "Show")
  // Until the address has changed, the links are still those of the whole log.
  await expect(page).toHaveURL((url) => url.searchParams.get("action") === "staff.edited")
  await page.getByRole("link", { name: worker.name }).first().click()
  await expect(page.getByRole("row")).toHaveCount(2)
  const row = page.getByRole("row").last()
  await expect(row).toContainText("capacity 3")
  await expect(row.getByRole("rowheader")).toHaveText("Staff member changed")

  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download as CSV" }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^audit-.+\.csv$/)
  const text = readFileSync(await file.path(), "utf8")
  expect(text).toContain(worker.id)
  expect(text.trimEnd().split("\r\n")).toHaveLength(2)

  await page.getByRole("link", { name: "Clear filters" }).click()
  await expect(page.getByRole("link", { name: "Clear filters" })).toHaveCount(0)
  await page.goto("/admin/audit?action=key.rolled&to=1970-01-02")
  await expect(page.getByText("No matching entries")).toBeVisible()
})

test("an administrator sets what somebody can take, and can shut them out", async ({ as, newStaff, pageOf }) => {
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
  const skills = page.getByRole("group", { name: "Skills" })
  await expect(skills.getByRole("combobox")).toHaveCount(CATEGORY_IDS.length)
  for (const skill of await skills.getByRole("combobox").all()) await skill.selectOption("Not qualified")
  await skills.getByLabel("Billing query").selectOption("Expert")
  await fill(page, { Areas: "ls, M1" })
  await press(page, "Save")
  await expect(page.getByText(`Changes to ${worker.name} saved`)).toBeVisible()
  expect(await memberOf(as, worker)).toMatchObject({
    capacity: 7,
    categories: ["billing"],
    levels: { billing: 3 },
    areas: ["LS", "M1"],
    state: "active",
  })

  const theirs = await pageOf(worker)
  await page.goto(`/admin/staff/${worker.id}`)
  await page.getByRole("radio", { name: "Disabled" }).check()
  await press(page, "Save")
  await expect(page.getByText(`Changes to ${worker.name} saved`)).toBeVisible()
  await theirs.goto("/desk")
  await arrive(theirs, "Sign in")
})
