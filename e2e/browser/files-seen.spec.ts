import { answer } from "../api"
import { filesWithPictures, photoFile, videoFile } from "../photo-files"
import { expect, test } from "../visit"

test("a photo is looked at, turned and left by links", async ({ as, assignedRequest, pageOf }) => {
  const { person, worker, request } = await assignedRequest()
  const api = await as(person)
  await answer(api.upload(`/requests/${request.id}/attachments`, await photoFile()), 201)
  await filesWithPictures(api, request.id)
  const page = await pageOf(worker)
  await page.goto(`/desk/requests/${request.id}`)
  await page.getByRole("link", { name: "View meter.jpg", exact: true }).click()
  const photo = page.locator("#viewer").getByRole("img", { name: "meter.jpg" })
  await expect(photo).toBeVisible()
  await page.getByRole("link", { name: "Rotate" }).click()
  await expect(photo).toHaveAttribute("data-turn", "1")
  const box = page.locator("#viewer")
  const heightOf = () => photo.evaluate((it) => it.getBoundingClientRect().height)
  const whole = await heightOf()
  await page.getByRole("link", { name: "Zoom in" }).click()
  await expect(photo).toHaveAttribute("data-turn", "1")
  await expect.poll(heightOf).toBeGreaterThan(whole)
  await expect(box).toHaveAttribute("tabindex", "0")
  await page.getByRole("link", { name: "Zoom in" }).click()
  await expect(page.getByRole("link", { name: "Zoom in" })).toHaveCount(0)
  await page.getByRole("link", { name: "Zoom out" }).click()
  await page.getByRole("link", { name: "Zoom out" }).click()
  await expect.poll(heightOf).toBe(whole)
  await page.getByRole("link", { name: "Close" }).click()
  await expect(page.getByRole("heading", { name: request.title })).toBeVisible()
})

test("files are shown in the conversation where they were sent, and each of them leads to where it is looked at", async ({
  as,
  assignedRequest,
  pageOf,
}) => {
  const { person, worker, request } = await assignedRequest()
  const api = await as(person)
  const to = `/requests/${request.id}`
  await answer(api.upload(`${to}/attachments`, await photoFile("dial.jpg"), await photoFile("label.jpg")), 201)
  await answer(api.upload(`${to}/attachments`, videoFile()), 201)
  const ids = await filesWithPictures(api, request.id)
  await answer(api.post(`${to}/messages`, { text: "This is the dial.", attachments: ids.slice(0, 1) }), 201)
  for (const [page, address] of [
    [await pageOf(person), to],
    [await pageOf(worker), `/desk${to}`],
  ] as const) {
    await page.goto(address)
    const message = page.locator(".timeline > li", { hasText: "This is the dial." })
    await expect(message.getByRole("link")).toHaveCount(1)
    await expect(message.getByRole("link", { name: "Look at dial.jpg", exact: true })).toBeVisible()
    await expect(page.getByText("dial.jpg attached")).toHaveCount(0)
    const together = page.locator(".timeline > li", { hasText: "2 files attached" })
    await expect(together.getByRole("img", { name: "label.jpg" })).toBeVisible()
    await together.getByRole("link", { name: "Look at ride.mp4", exact: true }).click()
    await expect(page.locator("#viewer video")).toHaveAccessibleName("Video ride.mp4")
    await expect(page.locator("#viewer source")).toHaveAttribute("src", `/api/v1/attachments/${ids[2]}`)
    await expect(page.getByRole("link", { name: "Rotate" })).toHaveCount(0)
  }
})
