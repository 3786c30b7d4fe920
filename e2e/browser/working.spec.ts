import type { ServiceRequest } from "@/lib/requests/contract"
import { answer } from "../api"
import { fileFor, fileRequest } from "../filing"
import { ADMINISTRATOR, MARCUS, SUPERVISOR } from "../people"
import { arrive, expect, expectMistake, fill, ONLY_ONCE, press, test } from "../visit"

test("staff see what is theirs, most urgent first, and narrow it down", async ({ as, assignedRequest, pageOf }) => {
  const {
    person,
    worker,
    request: bill,
  } = await assignedRequest({ category: "billing", title: "Bill is twice as high" })
  const leak = { category: "gas_leak", title: "Smell by the door" } as const
  await fileFor(await as(person), await as(SUPERVISOR), worker.id, leak)
  const page = await pageOf(worker)
  await page.goto("/desk")
  await arrive(page, "Assigned to you")
  const rows = page.getByRole("rowheader")
  await expect(rows).toHaveText([/Smell by the door/, /Bill is twice as high/])

  const search = page.getByRole("search")
  const show = () => search.getByRole("button", { name: "Show" }).click()
  for (const [field, choice] of [
    ["Category", "Billing query"],
    ["Priority", "Low"],
  ] as const) {
    await page.getByRole("link", { name: "Filters", exact: true }).click()
    await search.getByRole("combobox", { name: field }).selectOption(choice)
    await show()
    await expect(rows).toHaveText([/Bill is twice as high/])
    await page.getByRole("link", { name: "Clear filters" }).click()
    await expect(rows).toHaveCount(2)
  }
  for (const words of [bill.reference, "twice bill", "Nobody at all"]) {
    await search.getByLabel("Search").fill(words)
    await show()
    // The form starts anew with the address, so nothing may be typed before that has changed.
    await expect(page).toHaveURL((url) => url.searchParams.get("q") === words)
    if (words === "Nobody at all") await expect(page.getByText("No matching requests")).toBeVisible()
    else await expect(rows).toHaveText([/Bill is twice as high/])
  }
  await page.getByRole("link", { name: "Clear filters" }).first().click()
  await expect(rows).toHaveCount(2)
})

test("staff move a request with a note, and the customer reads it", async ({ assignedRequest, pageOf }) => {
  const { person, worker, request } = await assignedRequest()
  const { id } = request
  const page = await pageOf(worker)
  await page.goto("/desk")
  await page.getByRole("link", { name: "Meter display is blank" }).click()
  await arrive(page, "Meter display is blank")
  await page.getByRole("radio", { name: "Cancel request" }).check()
  await press(page, "Update status")
  await expectMistake(page, "Enter a reason for the customer", page.getByLabel(/^Note for the customer/))

  await page.getByRole("radio", { name: "Start work" }).check()
  await fill(page, { "Note for the customer": "We come on Monday." })
  await press(page, "Update status")
  await expect(page.getByText(`In progress, assigned to ${worker.name}.`)).toBeVisible()
  await expect(page.getByLabel(/^Note for the customer/)).toHaveValue("")
  await page.getByRole("radio", { name: "Resolve" }).check()
  await press(page, "Update status")
  await expect(page.getByText(`Resolved, assigned to ${worker.name}.`)).toBeVisible()

  const customer = await pageOf(person)
  await customer.goto(`/requests/${id}`)
  // It was about the step before.
  await expect(customer.getByRole("blockquote")).toHaveCount(0)
  const timeline = customer.getByRole("list").filter({ hasText: "Request received" })
  await expect(timeline.getByText("We come on Monday.")).toBeVisible()
  await expect(timeline.getByRole("listitem").filter({ hasText: "Resolved" })).toBeVisible()
})

test("a change that has not seen the last one is refused, keeps what was typed, and goes through next time", async ({
  as,
  assignedRequest,
  pageOf,
}) => {
  const { worker, request } = await assignedRequest()
  const page = await pageOf(worker)
  await page.goto(`/desk/requests/${request.id}`)
  await page.getByRole("radio", { name: "Start work" }).check()
  await fill(page, { "Note for the customer": "A long story, typed with care." })
  const marcus = await as(MARCUS)
  const { id: marcusId } = await answer<{ id: string }>(marcus.get("/profile"), 200)
  const supervisor = await as(SUPERVISOR)
  const give = (assigneeId: string, version: number) =>
    answer<ServiceRequest>(supervisor.put(`/requests/${request.id}/assignee`, { assigneeId, version }), 200)
  await give(worker.id, (await give(marcusId, request.version)).version)

  await press(page, "Update status")
  await expect(page.getByRole("alert").filter({ hasText: "has changed since you opened it" })).toBeVisible()
  await expect(page.getByLabel(/^Note for the customer/)).toHaveValue("A long story, typed with care.")
  await expect(page.getByRole("radio", { name: "Start work" })).toBeChecked()
  await expect(page.getByText(`Reassigned to ${worker.name}`).last()).toBeVisible()
  await press(page, "Update status")
  await expect(page.getByText(`In progress, assigned to ${worker.name}.`)).toBeVisible()
})

test("a supervisor hands a request over, with a note the customer does not see", async ({
  as,
  javaScriptEnabled: scripts,
  newCustomer,
  newStaff,
  pageOf,
}) => {
  const [person, worker] = [await newCustomer(), await newStaff()]
  const { id } = await fileRequest(await as(person))
  const page = await pageOf(SUPERVISOR, "hears nothing")
  await page.goto(`/desk/requests/${id}`)
  await page.getByText(/^(Reassign|Assign) this request$/).click()
  // Without scripts the people come with the page, which has the form unfolded then.
  if (!scripts) await page.getByRole("link", { name: "Show people to assign to" }).click()
  const form = page.locator("form").filter({ has: page.getByLabel("Assign to") })
  const label = form.getByRole("option", { name: new RegExp(`^${worker.name}:.*away$`) })
  await form.getByLabel("Assign to").selectOption((await label.textContent()) ?? "")
  await fill(form, { "Note for staff": "They ask for you by name." })
  await press(form, /^(Reassign|Assign)$/)
  await expect(page.getByText(`Received, assigned to ${worker.name}.`)).toBeVisible()
  await expect(page.getByText("They ask for you by name.")).toBeVisible()

  const assignee = await pageOf(worker)
  await assignee.goto(`/desk/requests/${id}`)
  await expect(assignee.getByText("They ask for you by name.")).toBeVisible()
  await expect(assignee.getByLabel("Assign to")).toHaveCount(0)
  const customer = await pageOf(person)
  await customer.goto(`/requests/${id}`)
  await expect(customer.getByRole("listitem").filter({ hasText: worker.name })).toBeVisible()
  await expect(customer.getByText("They ask for you by name.")).toHaveCount(0)
})

test(
  "what is with a colleague is not there, and the desk is not for customers",
  ONLY_ONCE,
  async ({ assignedRequest, newStaff, pageOf }) => {
    const { person, worker, request } = await assignedRequest()
    const { id } = request
    const colleague = await newStaff()
    const statusOf = async (page: Awaited<ReturnType<typeof pageOf>>, path: string) => (await page.goto(path))?.status()
    const other = await pageOf(colleague)
    expect(await statusOf(other, `/desk/requests/${id}`)).toBe(404)
    for (const path of ["/admin/staff", "/admin/invitations", `/admin/staff/${worker.id}`])
      expect(await statusOf(other, path)).toBe(404)
    const customer = await pageOf(person)
    for (const path of ["/desk", `/desk/requests/${id}`, "/admin/staff"])
      expect(await statusOf(customer, path)).toBe(404)
  },
)

test("an act that needs no words is one press, and the newest entry stands last", async ({
  assignedRequest,
  pageOf,
}) => {
  const { worker, request } = await assignedRequest()
  const page = await pageOf(worker)
  await page.goto(`/desk/requests/${request.id}`)
  await press(page, "Start work")
  await expect(page.getByText(`In progress, assigned to ${worker.name}.`)).toBeVisible()
  const entries = page.getByRole("region", { name: "Timeline" }).getByRole("listitem")
  await expect(entries.last()).toContainText("Work started")
  await expect(entries.first()).toContainText("Request received")
  await press(page, /^Resolve$/)
  await expect(page.getByText(`Resolved, assigned to ${worker.name}.`)).toBeVisible()
  await page.getByText("More", { exact: true }).click()
  await page.getByRole("link", { name: "Reopen with a reason" }).click()
  await expect(page.getByLabel(/^Note for the customer/)).toBeInViewport()
})

test("what one press cannot do is refused with a message, and the page shows how it stands", async ({
  as,
  assignedRequest,
  pageOf,
}) => {
  const { worker, request } = await assignedRequest()
  // One that has heard of it would show another act by now.
  const page = await pageOf(worker, "hears nothing")
  await page.goto(`/desk/requests/${request.id}`)
  const { id, version } = request
  await answer((await as(SUPERVISOR)).put(`/requests/${id}/status`, { to: "in_progress", version }), 200)
  await press(page, "Start work")
  await expect(page.getByRole("alert").filter({ hasText: "has changed since you opened it" })).toBeVisible()
  await expect(page.getByRole("button", { name: "Resolve", exact: true })).toBeVisible()
})

test("a supervisor who starts work on an unassigned request has it; an administrator is not offered to", async ({
  as,
  newCustomer,
  newStaff,
  pageOf,
}) => {
  // Whoever it was unassigned from by hand is not assigned it again.
  const { title, ...filed } = await fileRequest(await as(await newCustomer()))
  const { id } = filed
  let request: Pick<ServiceRequest, "assignee" | "version"> = filed
  // By turns, since what somebody has just unassigned is theirs to ask for again.
  for (let turn = 0; request.assignee && turn < 20; turn++) {
    const manager = await as(turn % 2 ? ADMINISTRATOR : SUPERVISOR)
    request = await answer<ServiceRequest>(manager.delete(`/requests/${id}/assignee?version=${request.version}`), 200)
  }
  expect(request.assignee).toBeNull()
  const admins = await pageOf(ADMINISTRATOR)
  await admins.goto(`/desk/requests/${id}`)
  await arrive(admins, title)
  await expect(admins.getByRole("radio", { name: "Cancel request" })).toBeVisible()
  await expect(admins.getByRole("radio", { name: "Start work" })).toHaveCount(0)
  await expect(admins.getByRole("button", { name: "Start work" })).toHaveCount(0)

  const supervisor = await newStaff("supervisor")
  const page = await pageOf(supervisor)
  await page.goto(`/desk/requests/${id}`)
  await expect(page.getByText("Assigns it to you")).toBeVisible()
  await press(page, "Start work")
  await expect(page.getByText(`In progress, assigned to ${supervisor.name}.`)).toBeVisible()
  await expect(page.getByRole("region", { name: "Timeline" }).getByText(`Assigned to ${supervisor.name}`)).toBeVisible()
})
