import type { Page } from "@playwright/test"
import { answer } from "../api"
import { expect, ONLY_ONCE, test } from "../visit"

const SOON = { timeout: 15_000 }
/** Browsers open six connections to a server, and a stream holds one. */
const TABS = 8

test(
  "many tabs of a browser without shared workers have one connection, which another tab takes over",
  ONLY_ONCE,
  async ({ as, assignedRequest, pageOf }) => {
    test.slow()
    const { person, worker, request } = await assignedRequest()
    const first = await pageOf(person)
    const context = first.context()
    const streams: string[] = []
    context.on("request", (it) => it.url().includes("/api/v1/events") && streams.push(it.url()))
    await context.addInitScript(() => Reflect.deleteProperty(window, "SharedWorker"))
    const tabs: Page[] = []
    for (let i = 0; i < TABS; i++) {
      const tab = await context.newPage()
      await tab.goto(`/requests/${request.id}`)
      tabs.push(tab)
    }
    const staff = await as(worker)
    const say = async (text: string, to: readonly Page[]) => {
      await answer(staff.post(`/requests/${request.id}/messages`, { text, from: "staff" }), 201)
      for (const tab of to) await expect(tab.getByText(text).first()).toBeVisible(SOON)
    }
    await say("We are on our way.", tabs)
    expect(streams).toHaveLength(1)
    await tabs.shift()?.close()
    await say("We are at your door.", tabs)
    expect(streams).toHaveLength(2)
    // One that is left comes back and hears what it has missed.
    const [left, ...others] = tabs as [Page, ...Page[]]
    await left.goto("/profile")
    await say("We have rung twice.", others)
    await left.goBack()
    await expect(left.getByText("We have rung twice.").first()).toBeVisible(SOON)
    // A browser that is closed is not lent to the next journey, which has shared workers.
    await first.close()
  },
)
