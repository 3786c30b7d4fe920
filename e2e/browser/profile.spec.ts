import { arrive, expect, expectMistake, fill, press, signIn, test } from "../visit"

test("a customer changes name, phone and premises", async ({ newCustomer, pageOf }) => {
  const person = await newCustomer()
  const page = await pageOf(person)
  await page.goto("/profile")
  await page.getByRole("link", { name: "Change your details" }).click()
  await arrive(page, "Change your details")
  await expect(page.getByLabel("MPRN")).toHaveValue(person.premises.mprn)
  await fill(page, { "Full name": "Ada Lovelace", "Phone number": "call me", "Address line 2": "Flat 2" })
  await press(page, "Save changes")
  await expectMistake(page, "Enter a phone number, like 0151 496 0000", page.getByLabel("Phone number"))
  await fill(page, { "Phone number": "0113 496 0999" })
  await press(page, "Save changes")
  await expect(page.getByText("Profile saved")).toBeVisible()
  for (const text of ["Ada Lovelace", "0113 496 0999", "Flat 2"])
    await expect(page.getByRole("definition").filter({ hasText: text })).toBeVisible()
})

test("a change made elsewhere meanwhile is not written over, and nothing typed is lost", async ({
  as,
  newCustomer,
  pageOf,
}) => {
  const person = await newCustomer()
  const page = await pageOf(person)
  await page.goto("/profile/edit")
  await fill(page, { "Full name": "Ada Lovelace" })
  const change = { name: "Somebody Else", phone: "0113 496 0111", version: 1 }
  expect((await (await as(person)).put("/profile", change)).status()).toBe(200)
  await press(page, "Save changes")
  await expect(page.getByRole("alert").filter({ hasText: "changed somewhere else" })).toBeVisible()
  await expect(page.getByLabel("Full name")).toHaveValue("Ada Lovelace")
})

test("a new password needs the old one, and signs out everywhere else", async ({ newCustomer, page, pageOf }) => {
  const person = await newCustomer()
  const [here, elsewhere] = [await pageOf(person), await pageOf(person)]
  await here.goto("/profile/password")
  await fill(here, { "Current password": "not this one", "New password": "a better battery" })
  await press(here, "Change password")
  await expectMistake(
    here,
    "Your current password is not correct. Enter it again",
    here.getByLabel("Current password", { exact: true }),
  )
  await fill(here, { "Current password": person.password, "New password": "a better battery" })
  await press(here, "Change password")
  await expect(here.getByText("Password changed")).toBeVisible()

  await elsewhere.goto("/profile")
  await arrive(elsewhere, "Sign in")
  await signIn(page, { ...person, password: "a better battery" })
})

test("staff see and change their own, and say whether they take new requests", async ({ newStaff, pageOf }) => {
  const page = await pageOf(await newStaff())
  await page.goto("/profile/edit")
  await expect(page.getByLabel("Address line 1")).toHaveCount(0)
  await fill(page, { "Full name": "Joan Clarke" })
  await press(page, "Save changes")
  await expect(page.getByRole("definition").filter({ hasText: "Joan Clarke" })).toBeVisible()
  await expect(page.getByText("0 of 20")).toBeVisible()
  await expect(page.getByText("Away", { exact: true }).first()).toBeVisible()
})
