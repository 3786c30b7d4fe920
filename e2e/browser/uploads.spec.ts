import type { Page } from "@playwright/test"
import { MAX_ATTACHMENTS } from "@/lib/model/attachment"
import { answer } from "../api"
import { choose, give, holdBack, lineOf, note, untilUnderWay, uploadsOn } from "../choose-files"
import { KEPT } from "../files"
import { chooseCategory, confirmPremises, fileNow, giveDetails } from "../filing-pages"
import { arrive, expect, test } from "../visit"

interface Kept {
  attachments: { id: string; name: string; bytes: number }[]
}

/** A noisy photo that no program makes much smaller, of the size of a phone's. */
const photoOf = (page: Page, width: number, height: number) =>
  page.evaluate(
    async ([width, height]) => {
      const canvas = document.createElement("canvas")
      Object.assign(canvas, { width, height })
      const context = canvas.getContext("2d")
      const noise = context?.createImageData(512, 512)
      if (!context || !noise) throw new Error("This browser cannot draw.")
      for (let i = 0; i < noise.data.length; i++) noise.data[i] = i % 4 === 3 ? 255 : Math.random() * 256
      for (let y = 0; y < height; y += 512) for (let x = 0; x < width; x += 512) context.putImageData(noise, x, y)
      const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.98))
      const form = new FileReader()
      return new Promise<string>((resolve) => {
        form.onload = () => resolve(String(form.result).split(",")[1] ?? "")
        form.readAsDataURL(blob ?? new Blob())
      })
    },
    [width, height] as const,
  )

test("a phone's photo of more than 10 MB is made smaller in the browser, and arrives the right way", async ({
  as,
  assignedRequest,
  pageOf,
}) => {
  // Drawing such a photo is work for the browser, too.
  test.slow()
  const { person, request } = await assignedRequest()
  const page = await pageOf(person)
  await page.goto(`/requests/${request.id}`)
  const photo = Buffer.from(await photoOf(page, 4096, 2560), "base64")
  expect(photo.length).toBeGreaterThan(10_000_000)
  await choose(page, { name: "boiler.jpeg", mimeType: "image/jpeg", buffer: photo })
  await expect(page.getByRole("link", { name: "boiler.jpg", exact: true })).toBeVisible()
  await expect(uploadsOn(page)).toHaveCount(0)
  const { attachments } = await answer<Kept>((await as(person)).get(`/requests/${request.id}`), 200)
  expect(attachments).toMatchObject([{ name: "boiler.jpg" }])
  expect(attachments[0]?.bytes).toBeLessThan(10_000_000)
  const content = await (await (await as(person)).get(`/attachments/${attachments[0]?.id}`)).body()
  const size = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const { width, height } = await createImageBitmap(new Blob([bytes]))
    return [width, height]
  }, content.toString("base64"))
  expect(size).toEqual([2560, 1600])
})

test("a small photo stays the file that it is", async ({ as, assignedRequest, pageOf }) => {
  const { person, request } = await assignedRequest()
  const page = await pageOf(person)
  await page.goto(`/requests/${request.id}`)
  await choose(page, { name: "meter.png", mimeType: "image/png", buffer: KEPT["image/png"] })
  await expect(page.getByRole("link", { name: "meter.png", exact: true })).toBeVisible()
  const { attachments } = await answer<Kept>((await as(person)).get(`/requests/${request.id}`), 200)
  const content = await (await (await as(person)).get(`/attachments/${attachments[0]?.id}`)).body()
  expect(content.equals(KEPT["image/png"])).toBe(true)
})

test("a choice that is heard of twice is sent once", async ({ as, assignedRequest, pageOf }) => {
  const { person, request } = await assignedRequest()
  const page = await pageOf(person)
  await page.goto(`/requests/${request.id}`)
  // With the first the page is known to listen.
  await choose(page, note("first.txt"))
  await expect(page.getByRole("link", { name: "first.txt", exact: true })).toBeVisible()
  await page.getByLabel("Add more files", { exact: true }).evaluate((input: HTMLInputElement) => {
    const chosen = new DataTransfer()
    chosen.items.add(new File(["Behind the shed"], "where.txt", { type: "text/plain" }))
    input.files = chosen.files
    for (let i = 0; i < 2; i++) input.dispatchEvent(new Event("change", { bubbles: true }))
  })
  await expect(page.getByRole("link", { name: "where.txt", exact: true })).toBeVisible()
  await expect(uploadsOn(page)).toHaveCount(0)
  expect((await answer<Kept>((await as(person)).get(`/requests/${request.id}`), 200)).attachments).toHaveLength(2)
})

test("of several files each shows how far it is, one is cancelled, and one is tried again", async ({
  as,
  assignedRequest,
  pageOf,
}) => {
  const { person, request } = await assignedRequest()
  const page = await pageOf(person)
  await page.goto(`/requests/${request.id}`)
  // A line on which eight million bytes take many seconds.
  const line = await lineOf(page)
  await line.slow(400_000)
  let broken = true
  await page.route("**/api/v1/attachments/uploads", (route) =>
    broken && route.request().postDataJSON().name === "broken.txt" ? route.abort() : route.continue(),
  )
  await choose(page, note("first.txt", 8_000_000), note("broken.txt"), note("last.txt"))
  const progress = await untilUnderWay(page, "first.txt")
  await expect(page.getByRole("progressbar", { name: "Upload of last.txt" })).toBeVisible()
  await uploadsOn(page)
    .getByRole("button", { name: /^Cancel.*first/ })
    .click()
  await expect(progress).toHaveCount(0)
  await expect(page.getByRole("link", { name: "last.txt", exact: true })).toBeVisible()
  await expect(uploadsOn(page)).toContainText("The file could not be sent. Check your connection.")
  broken = false
  await line.slow(-1)
  await uploadsOn(page)
    .getByRole("button", { name: /^Try again.*broken/ })
    .press("Enter")
  await expect(page.getByRole("link", { name: "broken.txt", exact: true })).toBeVisible()
  await expect(uploadsOn(page)).toHaveCount(0)
  await expect(page.locator("[aria-live=polite]", { hasText: "broken.txt was added" })).toHaveCount(1)
  const { attachments } = await answer<Kept>((await as(person)).get(`/requests/${request.id}`), 200)
  expect(attachments.map(({ name }) => name).sort()).toEqual(["broken.txt", "last.txt"])
  await line.leave()
})

test("files are dropped on the form or anywhere on the page, and pasted on the page", async ({
  assignedRequest,
  pageOf,
}) => {
  const { person, request } = await assignedRequest()
  const page = await pageOf(person)
  await page.goto(`/requests/${request.id}`)
  await expect(page.getByText("You can also drop or paste files.")).toBeVisible()
  await give(page, "#request-files form", "drop", "dropped.txt")
  await expect(page.getByRole("link", { name: "dropped.txt", exact: true })).toBeVisible()
  await give(page, "main h1", "drop", "anywhere.txt")
  await expect(page.getByRole("link", { name: "anywhere.txt", exact: true })).toBeVisible()
  await give(page, "body", "paste", "pasted.txt")
  await expect(page.getByRole("link", { name: "pasted.txt", exact: true })).toBeVisible()
})

test("a file that failed is named, and the focus stays with the files", async ({ assignedRequest, pageOf }) => {
  const { person, request } = await assignedRequest()
  const page = await pageOf(person)
  await page.goto(`/requests/${request.id}`)
  await page.route("**/api/v1/attachments/uploads", (route) =>
    route.fulfill({ status: 429, json: { detail: "You can upload more tomorrow." } }),
  )
  await choose(page, note("plan.txt"))
  const row = uploadsOn(page).getByRole("listitem")
  await expect(row).toContainText("plan.txt")
  await expect(row).toContainText("You can upload more tomorrow.")
  await expect(page.locator("[aria-live=polite]", { hasText: "plan.txt: You can upload more" })).toHaveCount(1)
  await row.getByRole("button", { name: /^Try again/ }).press("Enter")
  await expect(row).toBeFocused()
  await expect(row).toContainText("You can upload more tomorrow.")
  await row.getByRole("button", { name: /^Remove/ }).press("Enter")
  await expect(row).toHaveCount(0)
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("DIV")
})

test("whoever goes on while a file of a new request is sent is asked first, and the request has the file", async ({
  newCustomer,
  pageOf,
}) => {
  const page = await pageOf(await newCustomer())
  await chooseCategory(page, "No gas or low pressure")
  await giveDetails(page)
  await confirmPremises(page)
  const letGo = await holdBack(page, "**/uploads/drafts/*")
  await choose(page, note("late.txt"))
  await expect(page.getByRole("progressbar", { name: "Upload of late.txt" })).toBeVisible()
  const onwards = page.getByRole("link", { name: "Continue" })
  page.once("dialog", (dialog) => dialog.dismiss())
  await onwards.click()
  await expect(page.getByRole("heading", { name: "Photos and files" })).toBeVisible()
  page.once("dialog", (dialog) => {
    expect(dialog.message()).toMatch(/^Your files are still being uploaded/)
    return dialog.accept()
  })
  await onwards.click()
  await arrive(page, "Check your answers")
  const going = page.getByRole("status").filter({ hasText: "1 file is still being sent" })
  await expect(going).toContainText("late.txt")
  await fileNow(page)
  await expect(going).toContainText("Keep this window open")
  const attached = page.waitForResponse("**/uploads/drafts/*")
  letGo()
  expect((await attached).status()).toBe(204)
  await expect(going).toHaveCount(0)
  await page.goto(page.url().replace(/\/filed.*$/, ""))
  await expect(page.getByRole("link", { name: "late.txt", exact: true })).toBeVisible()
})

test("a file that was not added after all is named before the request is sent, and is there to be tried again", async ({
  newCustomer,
  pageOf,
}) => {
  const page = await pageOf(await newCustomer())
  await chooseCategory(page, "No gas or low pressure")
  await giveDetails(page)
  await confirmPremises(page)
  const letGo = await holdBack(page, "**/uploads/drafts/*", (route) =>
    route.fulfill({ status: 507, json: { detail: "We cannot store files at the moment." } }),
  )
  await choose(page, note("late.txt"))
  await expect(page.getByRole("progressbar", { name: "Upload of late.txt" })).toBeVisible()
  page.once("dialog", (dialog) => dialog.accept())
  await page.getByRole("link", { name: "Continue" }).click()
  await arrive(page, "Check your answers")
  letGo()
  const failed = page.getByRole("status").filter({ hasText: "1 file was not added" })
  await expect(failed).toContainText("late.txt")
  await page.unroute("**/uploads/drafts/*")
  await failed.getByRole("link", { name: "Go back and add it again" }).click()
  await uploadsOn(page)
    .getByRole("button", { name: /^Try again.*late/ })
    .click()
  await expect(page.getByRole("link", { name: "late.txt", exact: true })).toBeVisible()
  await expect(uploadsOn(page)).toHaveCount(0)
})

test("a file that was one too many stays named when the last place is taken, and a resolved request claims no number", async ({
  as,
  assignedRequest,
  pageOf,
}) => {
  const { person, worker, request } = await assignedRequest()
  const customer = await as(person)
  const file = () => new File(["A note of the engineer"], "note.txt", { type: "text/plain" })
  for (let held = 0; held < MAX_ATTACHMENTS - 1; held++)
    await answer(customer.upload(`/requests/${request.id}/attachments`, file()), 201)
  const page = await pageOf(person)
  await page.goto(`/requests/${request.id}`)
  await choose(page, note("last.txt"), note("toomany.txt"))
  await expect(page.getByText(`You have added the maximum of ${MAX_ATTACHMENTS} files.`)).toBeVisible()
  await expect(uploadsOn(page)).toContainText("toomany.txt")
  await expect(uploadsOn(page)).toContainText("was one too many")
  const staff = await as(worker)
  for (const to of ["in_progress", "resolved"]) {
    const { version } = await answer<{ version: number }>(staff.get(`/requests/${request.id}`), 200)
    await answer(staff.put(`/requests/${request.id}/status`, { to, version, note: "Done" }), 200)
  }
  await page.reload()
  await expect(page.getByRole("textbox", { name: "Your message" })).toBeVisible()
  await expect(page.getByText("the most you can")).toHaveCount(0)
  await expect(page.getByLabel("Add files to this message")).toHaveCount(0)
})
