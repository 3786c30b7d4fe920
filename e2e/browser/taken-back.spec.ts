import { answer, refusal } from "../api"
import { SUPERVISOR } from "../people"
import { photoFile } from "../photo-files"
import { arrive, expect, press, test } from "../visit"

interface Kept {
  items: { id: string }[]
}

test("a customer takes a file back that they sent by mistake, and staff are told that one was removed", async ({
  as,
  assignedRequest,
  pageOf,
}) => {
  const { person, worker, request } = await assignedRequest()
  const { items } = await answer<Kept>(
    (await as(person)).upload(`/requests/${request.id}/attachments`, new File(["Mine"], "payslip.txt")),
    201,
  )
  const page = await pageOf(person)
  await page.goto(`/requests/${request.id}`)
  await page.getByRole("link", { name: "Remove payslip.txt" }).click()
  await arrive(page, "Remove this file?")
  await page.getByRole("link", { name: "Keep file" }).click()
  await arrive(page, request.title)
  await page.getByRole("link", { name: "Remove payslip.txt" }).click()
  await arrive(page, "Remove this file?")
  await press(page, "Remove file")
  await arrive(page, request.title)
  await expect(page.getByText("File removed").first()).toBeVisible()
  await expect(page.getByText("payslip")).toHaveCount(0)
  await expect(page.getByText("File attached, since removed")).toBeVisible()
  for (const reader of [person, worker]) await refusal((await as(reader)).get(`/attachments/${items[0]?.id}`), 404)

  const desk = await pageOf(worker)
  await desk.goto(`/desk/requests/${request.id}`)
  const told = desk.getByRole("region", { name: "Timeline" }).getByRole("listitem").last()
  await expect(told).toContainText("File removed")
  await expect(told).toContainText(request.customer.name)
  await expect(desk.getByText("payslip")).toHaveCount(0)
  // Whoever goes back to where it was is told.
  await page.goto(`/requests/${request.id}/files/${items[0]?.id}/remove`)
  await arrive(page, "This file was removed")
})

test("a supervisor removes a photo that staff sent to the wrong customer, and says why", async ({
  as,
  assignedRequest,
  pageOf,
}) => {
  const { person, worker, request } = await assignedRequest()
  const staff = await as(worker)
  const { items } = await answer<Kept>(
    staff.upload(`/requests/${request.id}/attachments`, await photoFile("neighbour.jpg")),
    201,
  )
  const ids = items.map(({ id }) => id)
  await answer(staff.post(`/requests/${request.id}/messages`, { text: "Your meter.", attachments: ids }), 201)
  const desk = await pageOf(SUPERVISOR, "hears nothing")
  await desk.goto(`/desk/requests/${request.id}`)
  await desk.getByRole("link", { name: "Remove neighbour.jpg" }).click()
  await arrive(desk, "Remove this file?")
  await press(desk, "Remove file")
  await expect(desk.getByText("Choose why you remove it").first()).toBeVisible()
  await desk.getByLabel("Reason").selectOption("It belongs to another request or customer")
  await press(desk, "Remove file")
  await arrive(desk, request.title)
  const told = desk.getByRole("region", { name: "Timeline" }).getByRole("listitem").last()
  await expect(told).toContainText("It belongs to another request or customer")

  const page = await pageOf(person)
  await page.goto(`/requests/${request.id}`)
  await expect(page.locator(".timeline > li", { hasText: "Your meter." })).toContainText("A file was removed.")
  await expect(page.locator(".timeline > li", { hasText: "File removed" })).not.toContainText("another")
  await expect(page.getByText("neighbour")).toHaveCount(0)
  for (const path of ["", "/pictures/small", "/pictures/large"])
    await refusal((await as(person)).get(`/attachments/${ids[0]}${path}`), 404)
})

test("nobody is offered to remove what they may not, and the address says why", async ({
  as,
  assignedRequest,
  pageOf,
}) => {
  const { person, worker, request } = await assignedRequest()
  const { items } = await answer<Kept>(
    (await as(worker)).upload(`/requests/${request.id}/attachments`, new File(["Plan"], "plan.txt")),
    201,
  )
  const page = await pageOf(person)
  await page.goto(`/requests/${request.id}`)
  await expect(page.getByRole("link", { name: "plan.txt", exact: true })).toBeVisible()
  await expect(page.getByRole("link", { name: "Remove plan.txt" })).toHaveCount(0)
  await page.goto(`/requests/${request.id}/files/${items[0]?.id}/remove`)
  await arrive(page, "You cannot remove this file")
  await expect(page.getByRole("button", { name: "Remove file" })).toHaveCount(0)
})
