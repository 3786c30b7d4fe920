import type { Page } from "@playwright/test"
import { answer, type Tokens } from "../api"
import { barriers } from "../barriers"
import { AMARA } from "../people"
import { expect, test } from "../visit"

/** Opens an operation, and sends its example as it stands there. Gives the part of the page that shows the answer. */
async function tryOut(page: Page, summary: string, { isSent = true } = {}) {
  const operation = page.locator(".opblock").filter({ hasText: summary })
  await operation.getByRole("button").first().click()
  await operation.getByRole("button", { name: "Try it out" }).click()
  const execute = operation.getByRole("button", { name: "Execute" })
  if (isSent) await execute.click()
  else await expect(execute).toBeVisible()
  return operation.locator(".live-responses-table .response")
}

test("the documentation lists every operation, lets people authorize and try it, and loads nothing from elsewhere", async ({
  anybody,
  baseURL,
  page,
  request,
}) => {
  const problems: string[] = []
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()))
  page.on("pageerror", (error) => problems.push(error.message))
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(`${baseURL}/`)) problems.push(request.url())
  })
  const { email, password } = AMARA
  const { accessToken } = await answer<Tokens>(anybody.post("/tokens", { email, password }), 201)

  const { paths } = await (await request.get("/api/openapi.json")).json()
  const operations = Object.values<Record<string, { tags: string[] }>>(paths).flatMap((methods) =>
    Object.values(methods),
  )

  await page.goto("/api/docs")
  const groups = page.locator(".opblock-tag")
  await expect(groups).toHaveCount(new Set(operations.map(({ tags }) => tags[0])).size)
  const listedAll: number[] = []
  for (const group of await groups.all()) {
    const name = await group.getAttribute("data-tag")
    const inGroup = operations.filter(({ tags }) => tags[0] === name)
    await group.click()
    await expect(page.locator(".opblock")).toHaveCount(inGroup.length)
    listedAll.push(inGroup.length)
    await group.click()
    await expect(page.locator(".opblock")).toHaveCount(0)
  }
  expect(listedAll.reduce((sum, one) => sum + one, 0)).toBe(operations.length)
  for (const name of ["Requests", "Attachments"]) await page.locator(`.opblock-tag[data-tag="${name}"]`).click()
  await page.getByRole("button", { name: "Authorize" }).click()
  const dialog = page.locator(".modal-ux")
  await dialog.getByRole("textbox").fill(accessToken)
  await dialog.getByRole("button", { name: "Apply credentials" }).click()
  await dialog.getByRole("button", { name: "Close" }).first().click()

  const listed = await tryOut(page, "List the requests you can see")
  await expect(listed.locator(".response-col_status")).toContainText("200")
  await expect(listed).toContainText("GR-")
  const sent = await tryOut(page, "Send a service request")
  await expect(sent.locator(".response-col_status")).toContainText("201")
  await expect(sent).toContainText('"category": "meter_fault"')
  await tryOut(page, "Attach files to a request", { isSent: false })
  for (const width of [375, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await barriers(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  }
  expect(problems).toEqual([])
})
