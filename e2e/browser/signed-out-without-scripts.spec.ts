import type { Page } from "@playwright/test"
import { chooseCategory } from "../filing-pages"
import type { Person } from "../people"
import { arrive, expect, fill, press, test } from "../visit"

type PageOf = (person: Person) => Promise<Page>

/** Ends every session of a person but that of another browser. */
async function endElsewhere(pageOf: PageOf, person: Person): Promise<void> {
  const elsewhere = await pageOf(person)
  await elsewhere.goto("/profile/sessions")
  await press(elsewhere, "Sign out everywhere else")
  await expect(elsewhere.getByText("You have been signed out everywhere else")).toBeVisible()
}

async function signInAgain(page: Page, { email, password }: Person): Promise<void> {
  await arrive(page, "Sign in")
  await fill(page, { "Email address": email, Password: password })
  await press(page, "Sign in")
  await expect(page.getByText("What you typed is still here")).toBeVisible()
}

test("a customer's step that is sent after the session has ended is there again, and saved", async ({
  newCustomer,
  pageOf,
}) => {
  const person = await newCustomer()
  const page = await pageOf(person)
  await chooseCategory(page, "Billing query")
  await arrive(page, "Tell us about it")
  await page.getByLabel("Title").fill("A question about my bill")
  await page.getByRole("textbox", { name: "Description" }).fill("Typed before the end.\nOn two lines.")
  await page.getByRole("radio", { name: "Email" }).check()
  await endElsewhere(pageOf, person)
  await press(page, /continue/i)
  await signInAgain(page, person)
  await arrive(page, "Tell us about it")
  await expect(page.getByRole("textbox", { name: "Description" })).toHaveValue("Typed before the end.\nOn two lines.")
  await expect(page.getByRole("radio", { name: "Email" })).toBeChecked()
  await press(page, /continue/i)
  await arrive(page, "Where is it?")
  await page.getByRole("link", { name: "Back" }).click()
  await arrive(page, "Tell us about it")
  await expect(page.getByText("What you typed is still here")).toHaveCount(0)
})

test("so is a note at the desk", async ({ assignedRequest, pageOf }) => {
  const { request, worker } = await assignedRequest()
  const page = await pageOf(worker)
  await page.goto(`/desk/requests/${request.id}`)
  await page.getByRole("radio", { name: "Start work" }).check()
  const note = page.getByRole("textbox", { name: /note/i }).first()
  await note.fill("Typed before the end")
  await endElsewhere(pageOf, worker)
  await press(page, "Update status")
  await signInAgain(page, worker)
  await expect(note).toHaveValue("Typed before the end")
  await expect(page.getByRole("radio", { name: "Start work" })).toBeChecked()
  await press(page, "Update status")
  await expect(page.getByText("Work started").first()).toBeVisible()
  await page.goto(`/desk/requests/${request.id}`)
  await expect(page.getByText("What you typed is still here")).toHaveCount(0)
})

test("so is a form of those who run the team, and nobody else is shown it", async ({
  newStaff,
  newCustomer,
  pageOf,
}) => {
  const [person, other] = [await newStaff("supervisor"), await newCustomer()]
  const page = await pageOf(person)
  await page.goto("/desk/team/holidays")
  await page.getByLabel("Name").fill("Typed before the end")
  await endElsewhere(pageOf, person)
  await press(page, "Add holiday")
  await signInAgain(page, person)
  await expect(page.getByLabel("Name")).toHaveValue("Typed before the end")
  await press(page, "Sign out")
  await arrive(page, "Sign in")
  await fill(page, { "Email address": other.email, Password: other.password })
  await press(page, "Sign in")
  await arrive(page, "Your requests")
  await page.goto("/profile/edit")
  await expect(page.getByText("What you typed is still here")).toHaveCount(0)
})
