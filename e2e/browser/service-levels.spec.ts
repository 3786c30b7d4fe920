import { ADMINISTRATOR } from "../people"
import { arrive, expect, expectMistake, fill, press, test } from "../visit"

test("staff see what is due and why, and a deadline pauses while the customer is waited for", async ({
  assignedRequest,
  pageOf,
}) => {
  const { person, worker, request } = await assignedRequest()
  const { id } = request
  const customer = await pageOf(person)
  await customer.goto(`/requests/${id}`)
  await expect(customer.getByText(/We will contact you by .* and aim to fix it by/)).toBeVisible()

  const page = await pageOf(worker, "hears nothing")
  await page.goto("/desk")
  await expect(page.getByText(/: acknowledge$/)).toBeVisible()
  await page.getByRole("link", { name: "Meter display is blank" }).click()
  await arrive(page, "Meter display is blank")
  await expect(page.getByText(/^Resolution due .* (30\sh|29\sh 59\smin) left/)).toBeVisible()

  await page.getByRole("radio", { name: "Start work" }).check()
  await press(page, "Update status")
  await expect(page.getByText(`In progress, assigned to ${worker.name}.`)).toBeVisible()
  const whom = page.getByRole("group", { name: "Waiting for" })
  await expect(whom).toBeHidden()
  await page.getByRole("radio", { name: "Put on hold" }).check()
  await expect(whom.getByRole("radio", { name: "The customer" })).toBeChecked()
  await fill(page, { "Note for the customer": "Please call us." })
  await press(page, "Update status")
  await expect(page.getByText(`Waiting, assigned to ${worker.name}.`)).toBeVisible()
  await expect(page.getByText(/^Resolution paused while waiting for the customer/)).toBeVisible()
  await page.getByRole("link", { name: "Explain these deadlines" }).click()
  await expect(page.getByText(/^Allowed: 30\sh of working hours/)).toBeVisible()
  const why = page.getByRole("table", { name: "How the time for resolution is counted" })
  await expect(why.getByRole("rowheader", { name: "Waiting for the customer" })).toBeVisible()
  await expect(why.getByRole("rowheader", { name: "Total" })).toBeVisible()
  await customer.reload()
  await expect(customer.getByText("We are waiting for you")).toBeVisible()
})

test("an administrator says what is promised, and is told of what cannot be", async ({ pageOf }) => {
  const page = await pageOf(ADMINISTRATOR)
  await page.goto("/admin/service-levels")
  await arrive(page, "Service levels")
  const field = page.getByLabel("Complaint: resolve", { exact: true })
  await field.fill("soon")
  await press(page, "Save service levels")
  await expectMistake(page, "Enter a time with its unit, like 4 h, 30 min or 2 d", field)
  await expect(field).toHaveValue("soon")
  await field.fill("2 d")
  await press(page, "Save service levels")
  await expectMistake(page, "Working days differ in length. Enter hours, like 20 h", field)
  await field.fill("100 hours 1 min")
  await press(page, "Save service levels")
  await expect(page.getByText("Service levels saved")).toBeVisible()
  await expect(field).toHaveValue("100 h 1 min")
})
