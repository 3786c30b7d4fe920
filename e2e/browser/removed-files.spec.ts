import { answer } from "../api"
import { ADMINISTRATOR } from "../people"
import { removeFile } from "../removed-file"
import { expect, press, test } from "../visit"

test("an administrator returns a file that was removed by mistake, with a reason, and deletes another for good", async ({
  as,
  assignedRequest,
  pageOf,
}) => {
  const { person, request } = await assignedRequest()
  const api = await as(person)
  const notes = [new File(["The meter shows 4711."], "meter.txt"), new File(["Not a note."], "odd.txt")]
  const sent = api.upload(`/requests/${request.id}/attachments`, ...notes)
  const { items } = await answer<{ items: { id: string; name: string }[] }>(sent, 201)
  for (const { id } of items) await removeFile(id)
  const customer = await pageOf(person)
  await customer.goto(`/requests/${request.id}`)
  await expect(customer.getByText("Removed: it contains something harmful")).toHaveCount(2)

  const page = await pageOf(ADMINISTRATOR)
  await page.goto("/admin/files")
  const entry = (name: string) =>
    page.getByRole("listitem").filter({ hasText: items.find((it) => it.name === name)?.id })
  await expect(entry("meter.txt")).toContainText("Eicar-Test")
  await entry("meter.txt").getByText("Not harmful?").click()
  await press(entry("meter.txt"), "Return file")
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toContainText("Choose a reason")
  // Without scripts the page was loaded anew.
  if (!(await entry("meter.txt").getByRole("button", { name: "Return file" }).isVisible()))
    await entry("meter.txt").getByText("Not harmful?").click()
  await entry("meter.txt").getByLabel("Reason").first().selectOption({ label: "We know this file and who sent it" })
  await press(entry("meter.txt"), "Return file")
  await expect(page.getByText("File returned")).toBeVisible()
  await expect(entry("meter.txt")).toHaveCount(0)
  await entry("odd.txt").getByText("Delete now?").click()
  await entry("odd.txt").getByLabel("Reason").last().selectOption({ label: "It is harmful" })
  await press(entry("odd.txt"), "Delete file")
  await expect(page.getByText("File deleted")).toBeVisible()
  await expect(entry("odd.txt")).toHaveCount(0)
  await page.goto("/admin/files?done=constructor")
  await expect(page.getByRole("heading", { level: 1, name: "Files" })).toBeVisible()

  await customer.goto(`/requests/${request.id}?told=constructor`)
  await expect(customer.getByRole("heading", { level: 1 })).toBeVisible()
  await customer.goto(`/requests/${request.id}`)
  await expect(customer.getByText("Removed: it contains something harmful")).toHaveCount(0)
  await expect(customer.getByRole("link", { name: "meter.txt", exact: true }).first()).toBeVisible()
  await expect(customer.getByText("odd.txt")).toHaveCount(0)
  const kept = await (await api.get(`/attachments/${items[0]?.id}`)).text()
  expect(kept).toBe("The meter shows 4711.")
  await page.goto(`/admin/audit?subjectId=${items[1]?.id}&subjectType=file`)
  await expect(page.getByRole("rowheader").first()).toHaveText("Removed file deleted")
})
