import type { Page } from "@playwright/test"
import { answer } from "../api"
import { billFile, scannedFile } from "../pdf-files"
import { filesWithPictures, photoFile } from "../photo-files"
import { expect, test } from "../visit"

/** What a phone and a desk have room for. */
const SCREENS = [
  { width: 375, height: 667 },
  { width: 1440, height: 900 },
]

/** The page hears keys. */
const listens = (page: Page) => expect(page.locator("html[data-request]")).toBeAttached()

/** By how many pixels a picture and what scrolls of its box differ, on each side. */
function outside(box: Element): number[] {
  box.scrollTo(0, 0)
  const picture = box.querySelector("img")?.getBoundingClientRect() ?? new DOMRect()
  const { x, y } = box.getBoundingClientRect()
  const begins = [picture.x - x - box.clientLeft, picture.y - y - box.clientTop]
  const ends = [
    box.scrollWidth - Math.max(picture.width, box.clientWidth),
    box.scrollHeight - Math.max(picture.height, box.clientHeight),
  ]
  return [...begins, ...ends].map((it) => Math.abs(Math.round(it / 2)))
}

/** Whether anything dark is on it. */
const isDrawn = (canvas: HTMLCanvasElement) =>
  canvas
    .getContext("2d")
    ?.getImageData(0, 0, canvas.width, canvas.height)
    .data.some((it, at) => at % 4 < 3 && it < 50)

test("a photo and a PDF are looked at by keys, turned, enlarged and left where one came from", async ({
  as,
  assignedRequest,
  pageOf,
}) => {
  test.setTimeout(120_000)
  const { person, request } = await assignedRequest()
  const api = await as(person)
  await answer(api.upload(`/requests/${request.id}/attachments`, await photoFile()), 201)
  await answer(api.upload(`/requests/${request.id}/attachments`, billFile()), 201)
  const [photo] = await filesWithPictures(api, request.id)
  const page = await pageOf(person)
  const refused: string[] = []
  page.on("console", (message) => void (message.text().includes("Content Security") && refused.push(message.text())))
  page.on("dialog", (dialog) => void refused.push(dialog.message()))

  await page.goto(`/requests/${request.id}`)
  const small = page.getByRole("link", { name: "View meter.jpg", exact: true })
  await small.getByRole("img").scrollIntoViewIfNeeded()
  await expect.poll(() => small.getByRole("img").evaluate((it: HTMLImageElement) => it.naturalHeight)).toBe(320)
  await small.click()
  const viewer = page.locator("#viewer")
  const large = viewer.getByRole("img", { name: "meter.jpg" })
  await expect
    .poll(() => large.evaluate((it: HTMLImageElement) => [it.naturalWidth, it.naturalHeight]))
    .toEqual([900, 1200])
  await listens(page)
  await page.keyboard.press("r")
  await expect(large).toHaveAttribute("data-turn", "1")
  await expect(viewer).toBeFocused()
  await listens(page)
  await large.dblclick()
  expect(await large.evaluate((it) => it.style.scale)).toBe("2.5")

  await page.keyboard.press("ArrowRight")
  await expect(page.getByRole("heading", { name: "bill.pdf" })).toBeVisible()
  await expect(viewer.getByRole("img", { name: "Page 1 of bill.pdf" })).toBeVisible({ timeout: 30_000 })
  await page.getByRole("button", { name: "Next page" }).click()
  await expect(page.getByText("Page 2 of 2")).toBeVisible()
  await expect.poll(() => page.locator("#viewer canvas").evaluate(isDrawn)).toBe(true)
  await page.keyboard.press("+")
  await expect(viewer).toHaveAttribute("data-zoom", "1")
  const isAsWide = () => viewer.evaluate((it) => it.querySelector("canvas")?.clientWidth === it.clientWidth)
  await expect.poll(isAsWide, { timeout: 30_000 }).toBe(true)
  await page.keyboard.press("-")
  await expect(viewer).not.toHaveAttribute("data-zoom")
  await listens(page)

  await page.keyboard.press("ArrowLeft")
  await expect(large).toBeVisible()
  await listens(page)
  await page.keyboard.press("Escape")
  await expect(page).toHaveURL(`/requests/${request.id}#file-${photo}`)
  await expect(small).toBeFocused()
  expect(refused).toEqual([])
})

test("a photo has the room of the screen beside its controls, and closer it is moved by keys", async ({
  as,
  assignedRequest,
  pageOf,
}) => {
  const { person, worker, request } = await assignedRequest()
  const api = await as(person)
  await answer(api.upload(`/requests/${request.id}/attachments`, await photoFile()), 201)
  await answer(api.upload(`/requests/${request.id}/attachments`, billFile()), 201)
  const [photo] = await filesWithPictures(api, request.id)
  for (const [page, address] of [
    [await pageOf(person), `/requests/${request.id}`],
    [await pageOf(worker), `/desk/requests/${request.id}`],
  ] as const)
    for (const size of SCREENS) {
      await page.setViewportSize(size)
      await page.goto(`${address}/files/${photo}#viewer`)
      const box = page.locator("#viewer")
      await expect(box).toBeFocused()
      for (const control of ["Next file", "Zoom in", "Rotate", "Download", "Close"])
        await expect(page.getByRole("link", { name: control })).toBeInViewport({ ratio: 1 })
      expect(await box.evaluate((it) => it.clientHeight)).toBeGreaterThan(size.height * 0.4)
      await listens(page)
      await page.keyboard.press("+")
      await expect(box).toHaveAttribute("data-zoom", "1")
      await listens(page)
      await expect(box).toBeFocused()
      const width = () => box.getByRole("img").evaluate((it: HTMLImageElement) => it.width)
      await expect.poll(width).toBeGreaterThanOrEqual(900)
      const before = await box.evaluate((it) => it.scrollTop)
      await page.keyboard.press("ArrowDown")
      await expect.poll(() => box.evaluate((it) => it.scrollTop)).toBeGreaterThan(before)
      await page.keyboard.press("ArrowRight")
      await expect(page.getByRole("heading", { name: "meter.jpg" })).toBeVisible()
      // It begins and ends where what scrolls does, however it is turned.
      await expect.poll(() => box.evaluate(outside)).toEqual([0, 0, 0, 0])
      await page.keyboard.press("r")
      await expect(box.getByRole("img")).toHaveAttribute("data-turn", "1")
      await listens(page)
      await expect.poll(() => box.evaluate(outside)).toEqual([0, 0, 0, 0])
      await page.keyboard.press("-")
      await expect(box).not.toHaveAttribute("data-zoom")
    }
})

test("a page that was scanned into JPEG 2000 is shown as it is, and the policy of the page lets nothing more run", async ({
  as,
  assignedRequest,
  pageOf,
}) => {
  const { person, request } = await assignedRequest()
  const api = await as(person)
  await answer(api.upload(`/requests/${request.id}/attachments`, scannedFile()), 201)
  const [scan] = await filesWithPictures(api, request.id)
  const page = await pageOf(person)
  const refused: string[] = []
  page.on("console", (message) => void (message.text().includes("Content Security") && refused.push(message.text())))
  await page.goto(`/requests/${request.id}/files/${scan}`)
  await expect(page.getByRole("img", { name: "Page 1 of scan.pdf" })).toBeVisible({ timeout: 30_000 })
  await expect.poll(() => page.locator("#viewer canvas").evaluate(isDrawn)).toBe(true)
  expect(refused).toEqual([])
})
