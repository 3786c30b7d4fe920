import { PREMISES } from "../people"
import { arrive, expect, ONLY_ONCE, test } from "../visit"

test("an engineer's job sheet fits one page of A4, however much was written", async ({ assignedRequest, pageOf }) => {
  const description = `Dog in the yard. ${"Ring at the side door and wait, it takes a while. ".repeat(90)}`
  const { worker, person, request } = await assignedRequest({
    title: "A meter that shows nothing ".repeat(7).trim(),
    description,
  })
  const page = await pageOf(worker)
  await page.goto(`/desk/requests/${request.id}`)
  await page.getByRole("link", { name: "Job sheet" }).click()
  await page.waitForURL("**/job-sheet")
  await arrive(page, request.title)
  const sheet = page.getByRole("article")
  for (const words of [request.reference, person.name, PREMISES.postcode, "Dog in the yard.", "Request received"])
    await expect(sheet.getByText(words).first()).toBeVisible()
  await expect(sheet.getByText(/Resolve by /)).toBeVisible()
  const toFillIn = sheet.getByRole("region", { name: "To fill in on site" })
  for (const words of ["Arrived", "Left", "Time on site", "Work done", "Parts used", "Engineer’s name and signature"])
    await expect(toFillIn.getByText(words, { exact: true })).toBeVisible()
  await expect(sheet.getByRole("link", { name: person.phone })).toBeVisible()
  await expect(sheet.getByRole("img", { name: `/desk/requests/${request.id}` })).toBeVisible()
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1")
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45]\.\d+ 84[12]\.\d+\]/)
})

test("the job sheet of a request that is with a colleague is not there", async ({
  assignedRequest,
  newStaff,
  pageOf,
}) => {
  const { request } = await assignedRequest()
  const page = await pageOf(await newStaff())
  expect((await page.goto(`/desk/requests/${request.id}/job-sheet`))?.status()).toBe(404)
})

test(
  "the link to the job sheet stays where it is when scripts bring what stands beside it",
  ONLY_ONCE,
  async ({ assignedRequest, pageOf }) => {
    const { worker, request } = await assignedRequest()
    const page = await pageOf(worker)
    const link = page.getByRole("link", { name: "Job sheet" })
    await page.route("**/_next/static/**/*.js", (route) => route.abort())
    await page.goto(`/desk/requests/${request.id}`)
    await expect(page.getByRole("button", { name: "Copy reference" })).toHaveCount(0)
    const before = await link.boundingBox()
    await page.unroute("**/_next/static/**/*.js")
    await page.reload()
    await expect(page.getByRole("button", { name: "Copy reference" })).toBeVisible()
    expect(await link.boundingBox()).toEqual(before)
  },
)
