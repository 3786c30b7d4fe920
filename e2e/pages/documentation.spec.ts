import { answer, type Tokens } from "../api"
import { AMARA } from "../people"
import { expect, test } from "../visit"

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
  const operations = Object.values<object>(paths).flatMap((methods) => Object.keys(methods))

  await page.goto("/api/docs")
  await expect(page.locator(".opblock")).toHaveCount(operations.length)
  await page.getByRole("button", { name: "Authorize" }).click()
  const dialog = page.locator(".modal-ux")
  await dialog.getByRole("textbox").fill(accessToken)
  await dialog.getByRole("button", { name: "Apply credentials" }).click()
  await dialog.getByRole("button", { name: "Close" }).first().click()

  const operation = page.locator(".opblock").filter({ hasText: "List the requests you can see" })
  await operation.getByRole("button").first().click()
  await operation.getByRole("button", { name: "Try it out" }).click()
  await operation.getByRole("button", { name: "Execute" }).click()
  const response = operation.locator(".live-responses-table .response")
  await expect(response.locator(".response-col_status")).toContainText("200")
  await expect(response).toContainText("GR-")
  expect(problems).toEqual([])
})
