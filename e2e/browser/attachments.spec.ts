import { readFile } from "node:fs/promises"
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
  await expect(customer.getByRole("link", { name: "meter.png" })).toBeVisible()

  await desk.goto(`/desk/requests/${id}`)
  await expect(desk.getByText("meter.png attached")).toBeVisible()
  const saving = desk.waitForEvent("download")
  await desk.getByRole("link", { name: "meter.png" }).click()
  const saved = await saving
  expect(saved.suggestedFilename()).toBe("meter.png")
  expect(await readFile(await saved.path())).toEqual(KEPT["image/png"])

  await chooseFiles(desk, scripts, [{ name: "plan.pdf", content: KEPT["application/pdf"] }])
  await expect(desk.getByRole("link", { name: "plan.pdf" })).toBeVisible()
  await customer.reload()
  await expect(customer.getByRole("link", { name: "plan.pdf" })).toBeVisible()
})

test("what cannot be attached is said at the field, and the page stays what it was", async ({
  assignedRequest,
  javaScriptEnabled: scripts,
  pageOf,
}) => {
  const { person, request } = await assignedRequest()
  const { id } = request
  const page = await pageOf(person)
  await page.goto(`/requests/${id}`)
  const summary = page.getByRole("alert").filter({ hasText: "There is a problem" })
  await chooseFiles(page, scripts, [{ name: "photo.png", content: REFUSED["a program"] }])
  await expect(summary.getByRole("link", { name: /Choose JPEG, PNG/ })).toBeVisible()
  await expect(page).toHaveTitle(/^Error: /)
  await page.goto(`/requests/${id}`)
  await chooseFiles(page, scripts, [{ name: "long.txt", content: Buffer.alloc(10_000_001, 97) }])
  await expect(summary.getByRole("link", { name: /10 MB/ })).toBeVisible()
  await page.goto(`/requests/${id}`)
  const six = Array.from({ length: 6 }, (_, i) => ({ name: `${i}.txt`, content: `Note ${i}` }))
  await chooseFiles(page, scripts, six)
  await expect(summary.getByRole("link", { name: /up to 5 files/ })).toBeVisible()
  await expect(page.getByText("No files attached.")).toBeVisible()
})
