import type { Page } from "@playwright/test"
import type { z } from "zod"
import type { NotificationList, NotificationPreferences } from "@/lib/oversight/notifications/contract"
import type { ServiceRequest } from "@/lib/requests/contract"
import { type Api, answer } from "../api"
import { fileRequest } from "../filing"
import { mailTo } from "../mailbox"
import { ADMINISTRATOR } from "../people"
import { arrive, expect, ONLY_ONCE, press, test } from "../visit"

type Listed = z.infer<typeof NotificationList>

const bell = (page: Page) => page.getByRole("link", { name: /^Notifications/ })

/** Notifications are made a moment after what they are about. */
const untilTold = (api: Api, unread: number) =>
  expect.poll(async () => (await answer<Listed>(api.get("/notifications"), 200)).unread).toBe(unread)

async function move(api: Api, id: string, to: string, more: Record<string, unknown> = {}): Promise<void> {
  const { version } = await answer<ServiceRequest>(api.get(`/requests/${id}`), 200)
  await answer(api.put(`/requests/${id}/status`, { to, version, ...more }), 200)
}

test("a customer is told at the bell what happens, and has read it once they have seen the request", async ({
  as,
  assignedRequest,
  pageOf,
}) => {
  const { person, worker, request } = await assignedRequest()
  const [customer, staff] = [await as(person), await as(worker)]
  await move(staff, request.id, "in_progress")
  await move(staff, request.id, "on_hold", { waitingFor: "customer", note: "Send us a photo, please." })
  await untilTold(customer, 2)

  const page = await pageOf(person)
  await page.goto("/requests")
  await expect(bell(page)).toHaveAccessibleName(/2 unread/)
  await bell(page).click()
  await arrive(page, "Notifications")
  const rows = page.getByRole("main").getByRole("listitem")
  await expect(rows).toHaveCount(2)
  await expect(rows.first()).toContainText("We need something from you to continue")
  await expect(rows.first()).toContainText(request.reference)
  await rows.first().getByRole("link").click()
  await arrive(page, request.title)
  await expect(page.getByText("Send us a photo, please.").first()).toBeVisible()
  await untilTold(customer, 0)
  await page.goto("/requests")
  await expect(bell(page)).toHaveAccessibleName("Notifications")
})

test("staff mark one notification as read, and then all", async ({ as, assignedRequest, pageOf }) => {
  const { person, worker, request } = await assignedRequest()
  const customer = await as(person)
  await answer(customer.post(`/requests/${request.id}/details`, { details: "It has come back." }), 201)
  await answer(customer.post(`/requests/${request.id}/details`, { details: "And is gone again." }), 201)
  await untilTold(await as(worker), 3)

  const page = await pageOf(worker)
  await page.goto("/notifications")
  await expect(bell(page)).toHaveAccessibleName(/3 unread/)
  await press(page.getByRole("listitem").filter({ hasText: "Assigned to you" }), /^Mark as read/)
  await expect(bell(page)).toHaveAccessibleName(/2 unread/)
  await press(page, "Mark all as read")
  await expect(bell(page)).toHaveAccessibleName("Notifications")
  await expect(page.getByRole("button", { name: "Mark all as read" })).toHaveCount(0)
  await page.getByRole("link", { name: "The customer has written" }).first().click()
  await arrive(page, request.title)
})

test(
  "what is read in one tab is read at the bell of the others",
  ONLY_ONCE,
  async ({ as, assignedRequest, pageOf }) => {
    const { person, worker, request } = await assignedRequest()
    const [customer, staff] = [await pageOf(person), await pageOf(worker)]
    await untilTold(await as(worker), 1)
    await move(await as(worker), request.id, "in_progress")
    await untilTold(await as(person), 1)
    for (const [page, pages] of [
      [staff, ["/desk/customers", "/notifications"]],
      [customer, ["/requests", "/notifications"]],
    ] as const) {
      const other = await page.context().newPage()
      await other.goto(pages[0])
      await page.goto(pages[1])
      await expect(bell(other)).toHaveAccessibleName(/1 unread/)
      await press(page, "Mark all as read")
      await expect(bell(page)).toHaveAccessibleName("Notifications")
      await expect(bell(other)).toHaveAccessibleName("Notifications", { timeout: 10_000 })
      await other.close()
    }
  },
)

test("somebody chooses what they are sent, and when", async ({ as, newCustomer, pageOf }) => {
  const person = await newCustomer()
  const page = await pageOf(person)
  await page.goto("/profile")
  await page.getByRole("link", { name: "Choose what you are sent" }).click()
  await arrive(page, "What you are sent")
  await expect(page.getByRole("row", { name: /Emergency received/ })).toContainText("Always")
  await page.getByRole("checkbox", { name: "Email: Work starts" }).check()
  await page.getByRole("checkbox", { name: "Email: Request closed" }).uncheck()
  await page.getByLabel(/^From/).fill("22:00")
  await press(page, "Save changes")
  await expect(page.getByText("Enter when quiet hours begin and when they end, or neither").first()).toBeVisible()
  await expect(page.getByRole("checkbox", { name: "Email: Work starts" })).toBeChecked()
  await page.getByLabel(/^Until/).fill("07:00")
  await press(page, "Save changes")
  await expect(page.getByText("Notification settings saved")).toBeVisible()
  const chosen = await answer<NotificationPreferences>((await as(person)).get("/profile/notifications"), 200)
  expect(chosen.mail).toContain("started")
  expect(chosen.mail).not.toContain("closed")
  expect(chosen).toMatchObject({ quietFrom: "22:00", quietUntil: "07:00", digestAt: null })
})

// What the utility writes is one for all, so that this cannot be done twice at a time.
test(
  "an email says that we have a request, in the utility's own words",
  ONLY_ONCE,
  async ({ as, newCustomer, pageOf }) => {
    const administrator = await pageOf(ADMINISTRATOR)
    await administrator.goto("/admin/messages")
    await administrator.getByRole("link", { name: "Request received" }).click()
    await expect(administrator.getByText("We have your request GR-7K3M-9Q2F").first()).toBeVisible()
    const text = administrator.getByLabel("Text", { exact: false })
    const ours = await text.inputValue()
    await text.fill(ours.replace("Thank you.", "Thank you very much."))
    await press(administrator, "Save email")
    await expect(administrator.getByText("Email saved")).toBeVisible()

    const person = await newCustomer()
    const { reference } = await fileRequest(await as(person))
    const mail = await mailTo(as, person.email, { subject: /We have your request/ })
    expect(mail.subject).toContain(reference)
    expect(mail.text).toContain("Thank you very much.")
    expect(mail.text).toContain("call 0800 111 999")

    await text.fill("")
    await press(administrator, "Save email")
    await expect(text).toHaveValue(ours)
  },
)

test("a link that is not ours ends nothing", ONLY_ONCE, async ({ page }) => {
  for (const method of ["post", "get"] as const) {
    const given = await page.request[method]("/api/unsubscribe?token=a.b.c.d", { maxRedirects: 0 })
    expect(given.status()).toBe(method === "post" ? 400 : 303)
  }
  expect((await page.goto("/unsubscribe?token=a.b.c.d"))?.status()).toBe(404)
})
