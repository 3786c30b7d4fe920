import type { Page, Route } from "@playwright/test"
import { answer } from "../api"
import { SUPERVISOR } from "../people"
import { expect, ONLY_ONCE, press, test } from "../visit"

const message = (page: Page) => page.getByRole("textbox", { name: "Your message" })
const reply = (page: Page) => page.locator("#reply-text")
const note = (page: Page) => page.locator("#note-text")
const saved = (page: Page) => page.getByText(/^\s*Saved at \d\d:\d\d\s*$/)
const counter = (page: Page, of: string) => page.locator(`#${of}-text-count`)

test(
  "half a message is there again when its tab was closed, on another device, until it is sent",
  ONLY_ONCE,
  async ({ assignedRequest, pageOf }) => {
    const { person, request } = await assignedRequest()
    const address = `/requests/${request.id}`
    const tab = await pageOf(person)
    await tab.goto(address)
    await message(tab).pressSequentially("The bell is")
    await expect(saved(tab)).toBeVisible()
    await tab.goto("about:blank")

    // Back leads to the page as it was, which hears of nothing.
    const other = await pageOf(person, "hears nothing")
    await other.goto(address)
    await expect(message(other)).toHaveValue("The bell is")
    await expect(other.getByText("What you typed is still here")).toHaveCount(0)
    await message(other).press("End")
    await message(other).pressSequentially(" broken.")
    await press(other, "Send message")
    await expect(other.getByRole("listitem").filter({ hasText: "The bell is broken." })).toBeVisible()
    await expect(message(other)).toHaveValue("")
    await other.goBack()
    await expect(other.getByText("We have your message")).toHaveCount(0)
    await expect(message(other)).toHaveValue("")

    await tab.goto(address)
    await expect(tab.getByRole("listitem").filter({ hasText: "The bell is broken." })).toBeVisible()
    await expect(message(tab)).toHaveValue("")
  },
)

test("what is typed right before the tab is closed is kept", ONLY_ONCE, async ({ assignedRequest, pageOf }) => {
  const { person, request } = await assignedRequest()
  const [tab, other] = [await pageOf(person), await pageOf(person)]
  await tab.goto(`/requests/${request.id}`)
  await message(tab).pressSequentially("It is")
  await expect(saved(tab)).toBeVisible()
  await message(tab).pressSequentially(" closed")
  await tab.goto("about:blank")
  // What is sent while a page goes away arrives when it does.
  await expect(async () => {
    await other.goto(`/requests/${request.id}`)
    await expect(message(other)).toHaveValue("It is closed", { timeout: 1000 })
  }).toPass()
})

test(
  "what was sent does not come back with what was still on its way",
  ONLY_ONCE,
  async ({ assignedRequest, pageOf }) => {
    const { person, request } = await assignedRequest()
    const page = await pageOf(person, "hears nothing")
    await page.goto(`/requests/${request.id}`)
    const onTheirWay: Route[] = []
    await page.route("**/unsent/*", (route) => void onTheirWay.push(route))
    await message(page).pressSequentially("Please knock.")
    await expect.poll(() => onTheirWay.length).toBe(1)
    await press(page, "Send message")
    await expect(page.getByRole("listitem").filter({ hasText: "Please knock." })).toBeVisible()
    const late = page.waitForEvent("requestfinished", (it) => it.url().includes("/unsent/"))
    await Promise.all(onTheirWay.map((route) => route.continue()))
    await late
    const other = await pageOf(person)
    await other.goto(`/requests/${request.id}`)
    await expect(message(other)).toHaveValue("")
    await page.unrouteAll()
  },
)

test(
  "half a reply and half a note wait for their author, and nobody else sees them",
  ONLY_ONCE,
  async ({ as, assignedRequest, pageOf }) => {
    const { person, worker, request } = await assignedRequest()
    const address = `/desk/requests/${request.id}`
    const desk = await pageOf(worker)
    await desk.goto(address)
    await reply(desk).pressSequentially("We come on Halfareply")
    await expect(saved(desk)).toBeVisible()
    await desk.getByText("Note for staff", { exact: true }).first().click()
    await note(desk).pressSequentially("She sounded Halfanote")
    await expect(saved(desk).last()).toBeVisible()
    await desk.goto("about:blank")

    const again = await pageOf(worker)
    await again.goto(address)
    await expect(reply(again)).toHaveValue("We come on Halfareply")
    await expect(note(again)).toHaveValue("She sounded Halfanote")
    await press(again, "Send reply")
    await expect(again.getByRole("region", { name: "Timeline" }).getByText("We come on Halfareply")).toBeVisible()
    await expect(reply(again)).toHaveValue("")
    await again.goto(address)
    await expect(reply(again)).toHaveValue("")
    // Only a note is left, so that it is in sight.
    await expect(note(again)).toBeVisible()
    await expect(note(again)).toHaveValue("She sounded Halfanote")

    for (const who of [person, SUPERVISOR]) {
      const page = await pageOf(who, "hears nothing")
      const path = who === person ? `/requests/${request.id}` : address
      for (const headers of [undefined, { rsc: "1" }])
        expect(await (await page.request.get(path, headers && { headers })).text()).not.toContain("Halfanote")
    }
    const { items } = await answer<{ items: object[] }>((await as(person)).get(`/requests/${request.id}/timeline`), 200)
    expect(JSON.stringify(items)).not.toContain("Halfanote")
  },
)

test(
  "of two tabs neither loses its words, and they can be brought together",
  ONLY_ONCE,
  async ({ assignedRequest, pageOf }) => {
    const { worker, request } = await assignedRequest()
    const address = `/desk/requests/${request.id}`
    const [one, two] = [await pageOf(worker, "hears nothing"), await pageOf(worker, "hears nothing")]
    await one.goto(address)
    await two.goto(address)
    await reply(one).pressSequentially("Of the first.")
    await expect(saved(one)).toBeVisible()
    await reply(two).pressSequentially("Of the second.")
    await expect(two.getByText("Not saved: you have started another message in another window.")).toBeVisible()
    await expect(reply(two)).toHaveValue("Of the second.")
    // What this tab has not saved it shows again.
    await two.reload()
    await expect(two.getByText("What you typed is still here")).toBeVisible()
    await expect(reply(two)).toHaveValue("Of the second.")
    await press(two, "Add it here")
    await expect(reply(two)).toHaveValue("Of the first.\n\nOf the second.")
    await expect(saved(two)).toBeVisible()
    await one.reload()
    await expect(reply(one)).toHaveValue("Of the first.\n\nOf the second.")
  },
)

for (const side of ["customer", "staff"] as const)
  test(
    `of two windows of ${side}, the one that has sent its words is not filled with those of the other`,
    ONLY_ONCE,
    async ({ as, assignedRequest, pageOf }) => {
      const { person, worker, request } = await assignedRequest()
      const [who, other, from] = side === "customer" ? [person, worker, "staff"] : [worker, person, "customer"]
      const box = side === "customer" ? message : reply
      const address = side === "customer" ? `/requests/${request.id}` : `/desk/requests/${request.id}`
      const one = await pageOf(who)
      // It does not know what the first has sent.
      const two = await pageOf(who, "hears nothing")
      await one.goto(address)
      await two.goto(address)
      // It is typed in before the other's words can come up in it, and kept after them.
      let go = () => {}
      const held = new Promise<void>((resolve) => {
        go = resolve
      })
      await one.route("**/unsent/*", async (route) => {
        await held
        await route.continue()
      })
      await box(one).pressSequentially("Of the first.")
      await box(two).pressSequentially("Of the second.")
      await expect(saved(two)).toBeVisible()
      go()
      await expect(one.getByText("Not saved: you have started another message in another window.")).toBeVisible()
      await press(one, side === "customer" ? "Send message" : "Send reply")
      await expect(one.getByRole("listitem").filter({ hasText: "Of the first." })).toBeVisible()
      await expect(box(one)).toHaveValue("")
      const offer = one.getByText(/^\s*You have started another message in another window\./)
      await expect(offer).toBeVisible()

      // News make the page anew.
      await answer((await as(other)).post(`/requests/${request.id}/messages`, { text: "And now?", from }), 201)
      await expect(one.getByRole("listitem").filter({ hasText: "And now?" })).toBeVisible()
      await expect(one.locator("html[data-fresh], html[data-news]")).toHaveCount(0)
      await expect(box(one)).toHaveValue("")
      await expect(offer).toBeVisible()

      await press(one, "Add it here")
      await expect(box(one)).toHaveValue("Of the second.")
      await expect(saved(one)).toBeVisible()
      await expect(box(two)).toHaveValue("Of the second.")
    },
  )

test("words that were sent elsewhere leave a page that shows them", ONLY_ONCE, async ({ assignedRequest, pageOf }) => {
  const { person, request } = await assignedRequest()
  const [one, two] = [await pageOf(person), await pageOf(person)]
  await one.goto(`/requests/${request.id}`)
  await message(one).pressSequentially("Please knock.")
  await expect(saved(one)).toBeVisible()
  await two.goto(`/requests/${request.id}`)
  await expect(message(two)).toHaveValue("Please knock.")
  await press(two, "Send message")
  await expect(one.getByRole("listitem").filter({ hasText: "Please knock." })).toBeVisible()
  await expect(message(one)).toHaveValue("")
})

test(
  "without a connection the words stay, and are kept when it is back",
  ONLY_ONCE,
  async ({ assignedRequest, pageOf }) => {
    const { person, request } = await assignedRequest()
    const page = await pageOf(person, "hears nothing")
    await page.goto(`/requests/${request.id}`)
    await message(page).pressSequentially("Before. ")
    await expect(saved(page)).toBeVisible()
    await page.context().setOffline(true)
    await message(page).pressSequentially("Offline.")
    await expect(page.getByText("Not saved yet: there is no connection. What you typed is still here.")).toBeVisible()
    await page.context().setOffline(false)
    await expect(saved(page)).toBeVisible()
    const other = await pageOf(person)
    await other.goto(`/requests/${request.id}`)
    await expect(message(other)).toHaveValue("Before. Offline.")
  },
)

test(
  "words that were saved stay in sight when sending them is refused",
  ONLY_ONCE,
  async ({ as, assignedRequest, pageOf }) => {
    const { person, worker, request } = await assignedRequest()
    const path = `/requests/${request.id}`
    await answer((await as(worker)).put(`${path}/status`, { to: "in_progress", version: request.version }), 200)
    const desk = await pageOf(worker, "hears nothing")
    await desk.goto(`/desk${path}`)
    await reply(desk).pressSequentially("All done.")
    await expect(saved(desk)).toBeVisible()
    await answer((await as(person)).post(`${path}/messages`, { text: "Wait, it is off again." }), 201)
    await press(desk, "Send and resolve")
    await expect(desk.getByRole("alert").filter({ hasText: "has changed since you opened it" })).toBeVisible()
    await expect(reply(desk)).toBeVisible()
    await expect(reply(desk)).toHaveValue("All done.")
  },
)

test("words are not counted any longer once they are sent", ONLY_ONCE, async ({ assignedRequest, pageOf }) => {
  const { worker, request } = await assignedRequest()
  const desk = await pageOf(worker, "hears nothing")
  await desk.goto(`/desk/requests/${request.id}`)
  await reply(desk).fill("We come on Monday.")
  await expect(counter(desk, "reply")).toHaveText("You have 4,982 characters remaining")
  await press(desk, "Send reply")
  await expect(desk.getByRole("region", { name: "Timeline" }).getByText("We come on Monday.")).toBeVisible()
  await expect(counter(desk, "reply")).toHaveText("You can enter up to 5,000 characters")
})

test("what was kept elsewhere is in the box, with and without scripts, and gone once it is sent", async ({
  assignedRequest,
  pageOf,
}) => {
  const { person, request } = await assignedRequest()
  const page = await pageOf(person)
  const body = { kind: "message", text: "From the phone", version: 0, window: "phone", turn: 1 }
  const origin = new URL((await page.goto("/requests"))?.url() ?? "").origin
  expect((await page.request.put(`/unsent/${request.id}`, { data: body, headers: { origin } })).status()).toBe(200)
  await page.goto(`/requests/${request.id}`)
  await expect(message(page)).toHaveValue("From the phone")
  await message(page).fill("From the phone, and sent.")
  await press(page, "Send message")
  await expect(page.getByRole("listitem").filter({ hasText: "and sent." })).toBeVisible()
  await expect(message(page)).toHaveValue("")
})

test(
  "a message that is being sent takes no more words, and none of them are lost",
  ONLY_ONCE,
  async ({ assignedRequest, pageOf }) => {
    const { person, request } = await assignedRequest()
    const page = await pageOf(person, "hears nothing")
    await page.goto(`/requests/${request.id}`)
    await message(page).pressSequentially("The bell is broken.")
    await expect(saved(page)).toBeVisible()
    let go = () => {}
    const held = new Promise<void>((resolve) => {
      go = resolve
    })
    await page.route(`**/requests/${request.id}`, async (route) => {
      if (route.request().method() === "POST") await held
      await route.continue()
    })
    await press(page, "Send message")
    await expect(message(page)).toHaveAttribute("readonly", "")
    await message(page).press("End")
    await page.keyboard.type(" And")
    await expect(message(page)).toHaveValue("The bell is broken.")
    go()
    await expect(page.getByRole("listitem").filter({ hasText: "The bell is broken." })).toBeVisible()
    await expect(message(page)).toHaveValue("")
    await message(page).pressSequentially("And the gate is locked.")
    await expect(message(page)).toHaveValue("And the gate is locked.")
  },
)

test(
  "whoever writes on a request that is cancelled meanwhile still finds the words",
  ONLY_ONCE,
  async ({ as, assignedRequest, pageOf }) => {
    const { person, request } = await assignedRequest()
    const page = await pageOf(person)
    await page.goto(`/requests/${request.id}`)
    await message(page).pressSequentially("The bell is broken.")
    await expect(saved(page)).toBeVisible()
    const supervisor = await as(SUPERVISOR)
    const { version } = await answer<{ version: number }>(supervisor.get(`/requests/${request.id}`), 200)
    const cancelled = { to: "cancelled", note: "Settled by phone.", version }
    await answer(supervisor.put(`/requests/${request.id}/status`, cancelled), 200)
    await expect(page.getByRole("heading", { name: "Your unsent message" })).toBeVisible()
    await expect(page.getByText("The bell is broken.")).toBeVisible()
  },
)

test(
  "what is typed before scripts run stands when they do, also over words that were kept, and is kept itself",
  ONLY_ONCE,
  async ({ assignedRequest, pageOf }) => {
    const { worker, request } = await assignedRequest()
    const address = `/desk/requests/${request.id}`
    const first = await pageOf(worker)
    await first.goto(address)
    await reply(first).pressSequentially("An old draft")
    await expect(saved(first)).toBeVisible()
    await first.goto("about:blank")

    const page = await pageOf(worker, "hears nothing")
    let go = () => {}
    const held = new Promise<void>((resolve) => {
      go = resolve
    })
    await page.route("**/*.js", async (route) => {
      await held
      await route.continue()
    })
    await page.goto(address, { waitUntil: "commit" })
    await reply(page).fill("New words")
    go()
    await expect(saved(page)).toBeVisible()
    await expect(reply(page)).toHaveValue("New words")
    await first.goto(address)
    await expect(reply(first)).toHaveValue("New words")
  },
)
