import { linkIn, mailTo } from "../mailbox"
import { ADMINISTRATOR, AMARA, newPerson, type Person, PREMISES } from "../people"
import { arrive, expect, expectMistake, fill, ONLY_ONCE, press, signIn, test } from "../visit"

const personal = ({ name, phone, email, password }: Person) => ({
  "Full name": name,
  "Phone number": phone,
  "Email address": email,
  "Choose a password": password,
})

const PLACE = {
  "Address line 1": PREMISES.line1,
  "Town or city": PREMISES.town,
  Postcode: PREMISES.postcode,
  MPRN: PREMISES.mprn,
  "Meter serial number": PREMISES.meterSerial,
}

test("a customer registers, follows the mailed link, signs in, signs out, and signs in again", async ({ as, page }) => {
  const person = newPerson()
  await page.goto("/register")
  await fill(page, { ...personal(person), ...PLACE })
  await press(page, "Create account")
  await arrive(page, "Check your email")
  await expect(page.getByText(person.email)).toBeVisible()
  await expect(page.getByRole("link", { name: "report it without an account" })).toBeVisible()
  await page.getByRole("main").getByRole("link", { name: "Sign in" }).click()
  await fill(page, { "Email address": person.email, Password: person.password })
  await press(page, "Sign in")
  await expect(page.getByRole("alert").getByText("first follow the link in the email we sent you")).toBeVisible()
  await page.goto(linkIn(await mailTo(as, person.email)))
  await press(page, "Confirm email address")
  await arrive(page, "Email address confirmed")
  await page.getByRole("main").getByRole("link", { name: "Sign in" }).click()
  await signIn(page, person)

  await page.getByRole("button", { name: "Sign out" }).click()
  await expect(page.getByText("You have signed out")).toBeVisible()
  await page.goto("/requests")
  await arrive(page, "Sign in")
  await signIn(page, person)
  await page.goto("/profile")
  await expect(page.getByText(PREMISES.meterSerial)).toBeVisible()
})

test("a registration that is refused keeps what was typed, except the password", async ({ page }) => {
  const person = newPerson()
  await page.goto("/register")
  await fill(page, { ...personal(person), ...PLACE, MPRN: "12", Postcode: "" })
  await press(page, "Create account")
  await expectMistake(page, "MPRN must be 6 to 11 digits", page.getByLabel("MPRN"))
  await expectMistake(page, "Enter a postcode", page.getByLabel("Postcode"))
  await expect(page.getByLabel("Full name")).toHaveValue(person.name)
  await expect(page.getByLabel("MPRN")).toHaveValue("12")

  await fill(page, { "Choose a password": person.password, MPRN: PREMISES.mprn, Postcode: PREMISES.postcode })
  await press(page, "Create account")
  await arrive(page, "Check your email")
})

test("a wrong password is refused without saying what was wrong", async ({ javaScriptEnabled: scripts, page }) => {
  await page.goto("/sign-in")
  await fill(page, { "Email address": AMARA.email, Password: "not this one" })
  await press(page, "Sign in")
  await expect(page.getByRole("alert").getByText("The email address or password is not correct.")).toBeVisible()
  await expect(page.getByLabel("Email address")).toHaveValue(AMARA.email)
  // The server sends no password back; where no page was loaded, none was lost.
  if (!scripts) await expect(page.getByLabel("Password", { exact: true })).toHaveValue("")
})

test("whoever guesses too often has to wait, and is told so", ONLY_ONCE, async ({ newCustomer, page }) => {
  const { email, password } = await newCustomer()
  const data = { email, password: "not this one" }
  await page.goto("/sign-in")
  await page.evaluate(async (body) => {
    const headers = { "content-type": "application/json" }
    for (let tries = 0; tries < 10; tries++) await fetch("/api/v1/tokens", { method: "POST", headers, body })
  }, JSON.stringify(data))
  await fill(page, { "Email address": email, Password: password })
  await press(page, "Sign in")
  await expect(page.getByRole("alert").getByText(/^Too many attempts\. Try again in \d+ minutes\.$/)).toBeVisible()
})

test(
  "who has signed in elsewhere meanwhile needs no second time",
  ONLY_ONCE,
  async ({ javaScriptEnabled: scripts, page }) => {
    await page.goto("/sign-in")
    await signIn(await page.context().newPage(), AMARA)
    await fill(page, { "Email address": AMARA.email, Password: "not this one" })
    await press(page, "Sign in")
    // With scripts the page stays and says what was wrong; reloaded, it knows.
    if (scripts) await expect(page.getByText("The email address or password is not correct.")).toBeVisible()
    if (scripts) await page.reload()
    await arrive(page, "Your requests")
  },
)

test("signing in leads to where one wanted to go, on this site only", ONLY_ONCE, async ({ page }) => {
  await page.goto("/requests/new")
  await arrive(page, "Sign in")
  await fill(page, { "Email address": AMARA.email, Password: AMARA.password })
  await press(page, "Sign in")
  await arrive(page, "Is anyone in danger right now?")

  await page.getByRole("button", { name: "Sign out" }).click()
  await expect(page.getByText("You have signed out")).toBeVisible()
  await page.goto("/sign-in?next=https://evil.example/")
  await fill(page, { "Email address": AMARA.email, Password: AMARA.password })
  await press(page, "Sign in")
  await arrive(page, "Your requests")
})

test(
  "staff without an invitation wait and see nothing until an administrator approves them",
  ONLY_ONCE,
  async ({ confirm, page, pageOf }) => {
    const person = newPerson()
    await page.goto("/register/staff")
    await fill(page, personal(person))
    await press(page, "Register")
    await arrive(page, "Check your email")
    await confirm(person)
    await signIn(page, person)
    await arrive(page, "Waiting for approval")
    for (const path of ["/desk", "/requests", "/admin/staff"]) {
      await page.goto(path)
      await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(/requests|Assigned|Team/)
      await expect(page.getByRole("table")).toHaveCount(0)
    }

    const administrator = await pageOf(ADMINISTRATOR)
    await administrator.goto("/admin/staff")
    await press(administrator, `Approve ${person.name}`)
    await expect(administrator.getByRole("button", { name: `Approve ${person.name}` })).toHaveCount(0)
    await page.goto("/waiting")
    await arrive(page, "Assigned to you")
  },
)

test("an administrator invites somebody, who starts at once; the code is shown once", async ({ page, pageOf }) => {
  const person = newPerson()
  const administrator = await pageOf(ADMINISTRATOR)
  await administrator.goto("/admin/invitations")
  await fill(administrator, { "Email address": person.email })
  await administrator.getByRole("radio", { name: "Supervisor" }).check()
  await press(administrator, "Send invitation")
  const code = (await administrator.getByText(/^[2-9A-Z]{6}(-[2-9A-Z]{6}){3}$/).textContent()) ?? ""
  await expect(administrator.getByRole("rowheader", { name: person.email })).toBeVisible()
  await administrator.goto("/admin/invitations")
  await expect(administrator.getByText(code)).toHaveCount(0)

  await page.goto("/register/staff")
  await fill(page, { ...personal(newPerson()), "Invitation code": code })
  await press(page, "Register")
  await expectMistake(page, "This code is for a different email address", page.getByLabel("Invitation code"))
  await fill(page, { "Email address": person.email, "Choose a password": person.password })
  await press(page, "Register")
  await arrive(page, "Sign in to start")
  await signIn(page, person)
  await arrive(page, "All open")
})
