import type { Page } from "@playwright/test"
import { answer } from "../api"
import { holdPictures, letPicturesGo } from "../held-pictures"
import { largePhotoFile, photoFile } from "../photo-files"
import { expect, test } from "../visit"

/** Notes that this very document is still there. */
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { isTheSame: true }))
const isTheSame = (page: Page) => page.evaluate(() => "isTheSame" in window)
/** How large the picture is that is seen. */
const sizeOf = (page: Page, name: string) =>
  page.getByRole("img", { name }).evaluate((it: HTMLImageElement) => Math.max(it.naturalWidth, it.naturalHeight))

test("a photo is seen as soon as its picture is made: in the list of its customer, at the desk and where files are looked at", async ({
  as,
  assignedRequest,
  pageOf,
}) => {
  test.setTimeout(180_000)
  const { person, worker, request } = await assignedRequest()
  const api = await as(person)
  const path = `/requests/${request.id}`
  const photo = await photoFile()
  // Pictures are made one after the other: those of these photos come first, until the one that is looked at is held.
  const before = await Promise.all(["1.png", "2.png", "3.png", "4.png"].map(largePhotoFile))
  await answer(api.upload(`${path}/attachments`, ...before), 201)
  const { items } = await answer<{ items: { id: string }[] }>(api.upload(`${path}/attachments`, photo), 201)
  const id = `${items[0]?.id}`
  await holdPictures(id)
  const [list, desk, viewer] = [await pageOf(person), await pageOf(worker), await pageOf(person)]
  await Promise.all([viewer.goto(`${path}/files/${id}`), list.goto(path), desk.goto(`/desk${path}`)])
  await expect(viewer.getByText("We are preparing this photo.")).toBeVisible()
  for (const page of [list, desk, viewer]) await mark(page)
  await viewer.locator("#viewer").focus()
  await letPicturesGo(id)
  for (const page of [list, desk])
    await expect(page.getByRole("link", { name: "View meter.jpg", exact: true })).toBeVisible({ timeout: 90_000 })
  await expect.poll(() => sizeOf(viewer, "meter.jpg"), { timeout: 90_000 }).toBe(1200)
  await expect(viewer.locator("#viewer")).toBeFocused()
  for (const page of [list, desk, viewer]) expect(await isTheSame(page)).toBe(true)
})
