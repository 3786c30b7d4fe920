import { readFile } from "node:fs/promises"
import { answer, refusal } from "../api"
import { fileRequest } from "../filing"
import { enrol } from "../two-factor"
import { arrive, expect, expectMistake, fill, ONLY_ONCE, press, test } from "../visit"
import { unzip } from "../zip"

test("a customer downloads their data", async ({ as, newCustomer, pageOf }) => {
  const person = await newCustomer()
  const { reference } = await fileRequest(await as(person))
  const page = await pageOf(person)
  await page.goto("/profile")
  const saving = page.waitForEvent("download")
  await page.getByRole("link", { name: "Download your data" }).click()
  const saved = await saving
  expect(saved.suggestedFilename()).toBe("gas-account-data.zip")
  const files = await unzip(await readFile(await saved.path()))
  expect(JSON.parse(String(files["data.json"]))).toMatchObject({
    profile: { email: person.email },
    requests: [{ reference }],
  })
})

test("a customer reads what deleting does, deletes the account, and is out for good", async ({
  as,
  newCustomer,
  pageOf,
}) => {
  const person = await newCustomer()
  const { reference } = await fileRequest(await as(person))
  const page = await pageOf(person)
  await page.goto("/profile")
  await page.getByRole("link", { name: "Delete account" }).click()
  await arrive(page, "Delete your account?")
  await expect(page.getByText("What we keep, and why")).toBeVisible()
  await expect(page.getByRole("link", { name: reference })).toBeVisible()

  const password = page.getByLabel("Current password", { exact: true })
  await fill(page, { "Current password": "not this one" })
  await press(page, "Delete account")
  await expectMistake(page, "Your current password is not correct. Enter it again", password)
  await fill(page, { "Current password": person.password })
  await press(page, "Delete account")
  await arrive(page, "Your account has been deleted")
  await expect(page.getByRole("button", { name: "Sign out" })).toBeHidden()
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain("session")

  await page.goto("/requests")
  await arrive(page, "Sign in")
  await fill(page, { "Email address": person.email, Password: person.password })
  await press(page, "Sign in")
  await expect(page.getByRole("alert").getByText("The email address or password is not correct.")).toBeVisible()
})

test(
  "with two-factor authentication, deleting the account takes a code as well",
  ONLY_ONCE,
  async ({ as, newCustomer, pageOf }) => {
    const person = await newCustomer()
    const page = await pageOf(person)
    const api = await as(person)
    const { code, recoveryCodes } = await enrol(api, person.password)
    await page.goto("/sign-in")
    await fill(page, { "Email address": person.email, Password: person.password })
    await press(page, "Sign in")
    await fill(page, { "Code from your app": code() })
    await press(page, "Sign in")
    await arrive(page, "Your requests")
    await page.goto("/profile/delete")
    await fill(page, { "Current password": person.password })
    await press(page, "Delete account")
    await expectMistake(page, "Enter the code from your app, or a recovery code", page.getByLabel("Code from your app"))
    await fill(page, { "Current password": person.password, "Code from your app": "000000" })
    await press(page, "Delete account")
    await expectMistake(page, "That code is not right, or has been used", page.getByLabel("Code from your app"))
    await refusal(api.post("/profile/deletion", { currentPassword: person.password }), 400)
    await answer(api.get("/profile"), 200)
    await fill(page, { "Current password": person.password, "Code from your app": recoveryCodes[0] ?? "" })
    await press(page, "Delete account")
    await arrive(page, "Your account has been deleted")
  },
)

test(
  "staff read on the desk that the customer is gone, and nothing of who it was",
  ONLY_ONCE,
  async ({ as, assignedRequest, pageOf }) => {
    const { person, worker, request } = await assignedRequest()
    const { id } = request
    const customer = await as(person)
    await answer(customer.post("/profile/deletion", { currentPassword: person.password }), 204)
    const desk = await pageOf(worker)
    await desk.goto(`/desk/requests/${id}`)
    await expect(desk.getByText("The customer has deleted their account.")).toBeVisible()
    await expect(desk.getByText("The customer deleted their account", { exact: true })).toBeVisible()
    expect(await desk.content()).not.toContain(person.name)
  },
)

test("while work goes on, the page names the request instead of asking for a password", async ({
  as,
  assignedRequest,
  pageOf,
}) => {
  const { person, worker, request } = await assignedRequest()
  const { id, reference, version } = request
  const page = await pageOf(person)
  await page.goto("/profile/delete")
  // Work begins while the page is read.
  await answer((await as(worker)).put(`/requests/${id}/status`, { to: "in_progress", version }), 200)
  await fill(page, { "Current password": person.password })
  await press(page, "Delete account")
  await arrive(page, "You cannot delete your account yet")
  await page.getByRole("link", { name: reference }).click()
  await arrive(page, "Meter display is blank")
})
