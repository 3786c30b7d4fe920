import type { ServiceRequest } from "@/lib/requests/contract"
import { type Api, answer } from "../api"
import { SUPERVISOR } from "../people"
import { arrive, expect, press, test } from "../visit"

const get = (api: Api, { id }: { id: string }) => answer<ServiceRequest>(api.get(`/requests/${id}`), 200)

async function resolve(worker: Api, { id, version }: ServiceRequest): Promise<void> {
  const begun = await answer<ServiceRequest>(worker.put(`/requests/${id}/status`, { to: "in_progress", version }), 200)
  const move = { to: "resolved", note: "We have replaced the display.", version: begun.version }
  await answer(worker.put(`/requests/${id}/status`, move), 200)
}

test("a customer says that it is fixed, with a rating that supervisors see", async ({
  as,
  assignedRequest,
  pageOf,
}) => {
  const { person, worker, request } = await assignedRequest()
  await resolve(await as(worker), request)
  const page = await pageOf(person)
  await page.goto("/requests")
  await expect(page.getByText("Is it fixed? Tell us")).toBeVisible()
  await page.getByRole("link", { name: request.title }).click()
  await arrive(page, request.title)
  await page.getByText("Rate our work (optional)").click()
  await page.getByText("4", { exact: true }).click()
  await page.getByLabel("Comment (optional)").fill("Quick and friendly.")
  await press(page, "Yes, it is fixed")
  await expect(page.getByText("Thank you for telling us")).toBeVisible()
  await expect(page.getByText("Rated 4 of 5")).toBeVisible()
  await expect(page.getByText("Quick and friendly.")).toBeVisible()
  await expect(page.getByRole("button", { name: "Send rating" })).toHaveCount(0)
  expect(await get(await as(person), request)).toMatchObject({ status: "closed", rating: 4 })
})

test("a customer says that it is not fixed, and work continues", async ({ as, assignedRequest, pageOf }) => {
  const { person, worker, request } = await assignedRequest()
  await resolve(await as(worker), request)
  const page = await pageOf(person)
  await page.goto(`/requests/${request.id}`)
  await page.getByText("No, it is not fixed").click()
  await press(page, "Reopen request")
  await expect(page.getByRole("link", { name: "Enter what is still wrong" })).toBeVisible()
  await page.getByLabel("What is still wrong?").fill("It went blank again.")
  await press(page, "Reopen request")
  await expect(page.getByText("We will look at it again")).toBeVisible()
  expect(await get(await as(worker), request)).toMatchObject({ status: "in_progress", rating: null })
})

test("a customer corrects a request, then cancels it with a reason", async ({ as, assignedRequest, pageOf }) => {
  const { person, request } = await assignedRequest()
  const page = await pageOf(person, "hears nothing")
  await page.goto(`/requests/${request.id}`)
  await page.getByRole("link", { name: "Correct request" }).click()
  await arrive(page, "Correct your request")
  await page.getByLabel("Description").fill("The display has been blank since Sunday, not Monday.")
  await press(page, "Save changes")
  await expect(page.getByText("Request corrected").first()).toBeVisible()
  await expect(page.getByText("since Sunday, not Monday").first()).toBeVisible()
  for (const phone of ["07700 900123", ""]) {
    await page.goto(`/requests/${request.id}/correct`)
    await page.getByLabel("Phone for this request").fill(phone)
    await press(page, "Save changes")
    await expect(page.getByText("Request corrected").first()).toBeVisible()
    expect(await get(await as(person), request)).toMatchObject({ contactPhone: phone || null })
  }
  await page.getByRole("link", { name: "Cancel request" }).click()
  await arrive(page, "Cancel this request?")
  await page.getByLabel("Why? (optional)").fill("It works again.")
  await press(page, "Cancel request")
  await expect(page.getByText("Request cancelled")).toBeVisible()
  expect(await get(await as(person), request)).toMatchObject({ status: "cancelled" })
})

test("staff propose a colleague, whom a supervisor assigns by one press", async ({
  as,
  assignedRequest,
  newStaff,
  pageOf,
}) => {
  const { worker, request } = await assignedRequest()
  const colleague = await newStaff()
  const page = await pageOf(worker)
  await page.goto(`/desk/requests/${request.id}`)
  await page.getByRole("link", { name: "Propose a colleague" }).click()
  await page.getByLabel("Colleague", { exact: true }).selectOption({ label: colleague.name })
  await page.locator("#propose-reason").fill("She was there last week.")
  await press(page, "Propose")
  await expect(page.getByText(`${colleague.name} proposed`)).toBeVisible()
  const supervisor = await pageOf(SUPERVISOR, "hears nothing")
  await supervisor.goto("/desk/team")
  const proposed = supervisor.getByRole("listitem").filter({ hasText: request.reference })
  await expect(proposed.filter({ hasText: "She was there last week." }).first()).toBeVisible()
  await supervisor.goto(`/desk/requests/${request.id}`)
  await press(supervisor, `Assign to ${colleague.name}`)
  await expect(supervisor.getByText(`proposes ${colleague.name}`)).toHaveCount(0)
  expect(await get(await as(SUPERVISOR), request)).toMatchObject({ assignee: { id: colleague.id } })
})

test("staff send a request back to the queue with a reason", async ({ as, assignedRequest, pageOf }) => {
  const { worker, request } = await assignedRequest()
  const page = await pageOf(worker)
  await page.goto(`/desk/requests/${request.id}`)
  await page.getByText("Return to the queue").click()
  await page.locator("#return-reason").fill("I have no ladder.")
  await press(page, "Return to queue")
  await page.waitForURL("/desk")
  const { assignee } = await get(await as(SUPERVISOR), request)
  expect(assignee?.id).not.toBe(worker.id)
})

test("an emergency is cancelled only once everyone is said to be safe", async ({ as, assignedRequest, pageOf }) => {
  const { worker, request } = await assignedRequest({ category: "gas_leak" })
  const page = await pageOf(worker)
  await page.goto(`/desk/requests/${request.id}`)
  await page.getByText("Cancel request", { exact: true }).click()
  await page.locator("#move-note").fill("A false alarm.")
  await press(page, "Update status")
  await expect(page.getByText("Confirm that everyone is safe").first()).toBeVisible()
  await page.getByText("Yes, everyone is safe").click()
  await press(page, "Update status")
  await expect.poll(async () => (await get(await as(SUPERVISOR), request)).status).toBe("cancelled")
})

test("supervisors make canned replies, which staff insert @once", async ({ as, assignedRequest, pageOf }) => {
  const { person, worker, request } = await assignedRequest()
  const supervisor = await pageOf(SUPERVISOR, "hears nothing")
  await supervisor.goto("/desk/team/replies")
  const name = `Visit ${request.reference}`
  await supervisor.locator("#new-name").fill(name)
  await supervisor.locator("#new-text").fill("Dear {surname}")
  await press(supervisor, "Add reply")
  await expect(supervisor.getByText("{surname} cannot be filled in").first()).toBeVisible()
  await supervisor.locator("#new-text").fill("Dear {name}, we look at {reference}.")
  await press(supervisor, "Add reply")
  await expect(supervisor.getByRole("heading", { name })).toBeVisible()
  const page = await pageOf(worker)
  await page.goto(`/desk/requests/${request.id}`)
  await page.getByText("Insert reply").click()
  await page.getByRole("button", { name }).click()
  const reply = page.locator("#reply-text")
  await expect(reply).toHaveValue(`Dear ${person.name}, we look at ${request.reference}.`)
  await reply.fill("Good morning.\n")
  await reply.pressSequentially(`/${request.reference}`)
  await expect(page.getByRole("list", { name: "Replies" }).getByRole("button", { name })).toBeVisible()
  await page.keyboard.press("ArrowDown")
  await page.keyboard.press("Enter")
  await expect(reply).toHaveValue(`Good morning.\nDear ${person.name}, we look at ${request.reference}.`)
  const { items } = await answer<{ items: { id: string; name: string }[] }>(
    (await as(worker)).get("/canned-replies"),
    200,
  )
  for (const it of items.filter((one) => one.name === name))
    await answer((await as(SUPERVISOR)).delete(`/canned-replies/${it.id}`), 204)
})
