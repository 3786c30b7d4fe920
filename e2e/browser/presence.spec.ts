import { SUPERVISOR } from "../people"
import { expect, ONLY_ONCE, test } from "../visit"

/** Two seconds are promised; a machine that does all of this at once is given more. Asked only now and then it would take 12. */
const SOON = { timeout: 8000 }
const LOOKING = `${SUPERVISOR.name} is looking at this too`
const WRITING = `${SUPERVISOR.name} is writing…`

/** Names stand in marks that keep their own direction. */
const said = (text: string) => text.replace(SUPERVISOR.name, `\u2068${SUPERVISOR.name}\u2069`)

test(
  "two who look at one request see each other, that one of them writes, and that they have left",
  ONLY_ONCE,
  async ({ assignedRequest, pageOf }) => {
    const { person, worker, request } = await assignedRequest()
    const [theirs, ours, customers] = [await pageOf(worker), await pageOf(SUPERVISOR), await pageOf(person)]
    const asked: string[] = []
    customers.on("request", (it) => it.url().includes("presence") && asked.push(it.url()))
    await customers.goto(`/requests/${request.id}`)
    await theirs.setViewportSize({ width: 1440, height: 900 })
    await theirs.goto(`/desk/requests/${request.id}`)
    const line = theirs.locator(".presence [data-shown]")
    const aloud = theirs.locator(".presence").getByRole("status")
    const place = await theirs.getByRole("heading", { level: 1 }).boundingBox()
    await expect(line).toHaveText("")

    await ours.goto(`/desk?open=${request.reference}`)
    await expect(line).toHaveText(said(LOOKING), SOON)
    await expect(aloud).toHaveText(said(LOOKING))
    await expect(ours.locator(".presence")).toContainText(`${worker.name}`, SOON)
    await ours.getByRole("textbox", { name: "Reply" }).pressSequentially("We will")
    await expect(line).toHaveText(said(WRITING), SOON)
    await expect(aloud).toHaveText(said(WRITING))
    expect(await theirs.getByRole("heading", { level: 1 }).boundingBox()).toEqual(place)
    // Nobody has to wait for the silence of who stops, or leaves.
    await expect(line).toHaveText(said(LOOKING), SOON)
    await expect(aloud).toHaveText("")
    await theirs.setViewportSize({ width: 320, height: 700 })
    const box = theirs.locator(".presence")
    expect(await box.evaluate((it) => it.scrollWidth - it.clientWidth)).toBeLessThanOrEqual(0)
    expect(await box.evaluate((it) => it.scrollHeight - it.clientHeight)).toBeLessThanOrEqual(0)
    await ours.goto("/desk")
    await expect(line).toHaveText("", SOON)
    expect(asked).toEqual([])
    expect(await customers.content()).not.toContain("looking at this")
  },
)
