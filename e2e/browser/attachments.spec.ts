import { readFile } from "node:fs/promises"
import { answer } from "../api"
import { KEPT, REFUSED } from "../files"
import { chooseFiles } from "../filing-pages"
import { expect, test } from "../visit"

test("customer and staff attach files to a request, and each saves what the other attached", async ({
  assignedRequest,
  javaScriptEnabled: scripts,
  pageOf,
}) => {
  const { person, worker, request } = await assignedRequest()
  const { id } = request
  const [customer, desk] = [await pageOf(person), await pageOf(worker)]
  await customer.goto(`/requests/${id}`)
  await chooseFiles(customer, scripts, [{ name: "meter.png", content: KEPT["image/png"] }])
  await expect(customer.getByRole("link", { name: "meter.png", exact: true })).toBeVisible()

  await desk.goto(`/desk/requests/${id}`)
  await expect(desk.getByText("meter.png attached")).toBeVisible()
  const saving = desk.waitForEvent("download")
  await desk.getByRole("link", { name: "meter.png", exact: true }).click()
  const saved = await saving
  expect(saved.suggestedFilename()).toBe("meter.png")
  expect(await readFile(await saved.path())).toEqual(KEPT["image/png"])

  await desk.getByText("Add to the files").click()
  await chooseFiles(desk, scripts, [{ name: "plan.pdf", content: KEPT["application/pdf"] }])
  await expect(desk.getByRole("link", { name: "plan.pdf", exact: true })).toBeVisible()
  await customer.reload()
  await expect(customer.getByRole("link", { name: "plan.pdf", exact: true })).toBeVisible()
})

test("of several files the good ones are kept, and each of the others is named with its reason", async ({
  as,
  assignedRequest,
  javaScriptEnabled: scripts,
  pageOf,
}) => {
  const { person, request } = await assignedRequest()
  const { id } = request
  const before = Array.from({ length: 15 }, (_, i) => new File([`Before ${i}`], `before ${i}.txt`))
  await answer((await as(person)).upload(`/requests/${id}/attachments`, ...before), 201)
  const page = await pageOf(person)
  await page.goto(`/requests/${id}`)
  await expect(
    page.getByText(
      "Up to 5 files, 10 MB each, videos 100 MB: JPEG, PNG, WebP, HEIC, AVIF, PDF, MP4, MOV, WebM or plain text",
    ),
  ).toBeVisible()
  const summary = scripts
    ? page.getByRole("list", { name: "Uploads" })
    : page.getByRole("alert").filter({ hasText: "There is a problem" })
  await chooseFiles(page, scripts, [
    { name: "long.txt", content: Buffer.alloc(10_000_001, 97) },
    { name: "meter.png", content: KEPT["image/png"] },
    { name: "program.png", content: REFUSED["a program"] },
    { name: "nothing.txt", content: "" },
    ...Array.from({ length: 5 }, (_, i) => ({ name: `${i}.txt`, content: `Note ${i}` })),
  ])
  await expect(summary).toContainText(/long\.txt.* is (too large|larger)/)
  await expect(summary).toContainText(/program\.png.* is not a JPEG, PNG/)
  await expect(summary).toContainText(/nothing\.txt.* is empty/)
  await expect(summary).toContainText(/4\.txt.* was one too many/)
  if (!scripts) await expect(page).toHaveTitle(/^Error: /)
  await expect(page).not.toHaveURL(/long|meter/)
  for (const name of ["meter.png", "0.txt", "2.txt"])
    await expect(page.getByRole("link", { name, exact: true })).toBeVisible()
  await page.goto(`/requests/${id}`)
  await expect(summary).toHaveCount(0)
})

test("with none to keep, each is named, and the page stays what it was", async ({
  assignedRequest,
  javaScriptEnabled: scripts,
  pageOf,
}) => {
  const { person, request } = await assignedRequest()
  const page = await pageOf(person)
  await page.goto(`/requests/${request.id}`)
  const summary = page.getByRole("alert").filter({ hasText: "There is a problem" })
  const named = (words: RegExp) =>
    scripts ? page.getByText(words).first() : summary.getByRole("link", { name: words })
  await chooseFiles(page, scripts, [{ name: "photo.png", content: REFUSED["a program"] }])
  await expect(named(/photo\.png.* is not a JPEG/)).toBeVisible()
  if (!scripts) await expect(page).toHaveTitle(/^Error: /)
  await chooseFiles(page, scripts, [{ name: "long.txt", content: Buffer.alloc(10_000_001, 97) }])
  await expect(named(/long\.txt.* is (too large|larger)/)).toBeVisible()
  await expect(page.getByText("No files attached.")).toBeVisible()
})
