import type { Home } from "@/lib/identity/homes/contract"
import { answer } from "../api"
import { chooseCategory, confirmPremises, fileNow, giveDetails } from "../filing-pages"
import { SUPERVISOR, somewhere } from "../people"
import { arrive, expect, fill, press, test } from "../visit"

test("a customer tells us of needs while filing or skips it, and whoever works the request sees them before a visit", async ({
  as,
  newCustomer,
  newStaff,
  pageOf,
}) => {
  const [person, worker] = [await newCustomer(), await newStaff()]
  const page = await pageOf(person)
  await chooseCategory(page, "No gas or low pressure")
  await giveDetails(page)
  await confirmPremises(page)
  await page.getByRole("link", { name: "Continue" }).click()
  await arrive(page, "Check your answers")
  await page.getByRole("link", { name: "Tell us about extra help" }).click()
  await arrive(page, "Does anyone need extra help?")
  await page.getByRole("link", { name: "Skip", exact: true }).click()
  await arrive(page, "Check your answers")
  await page.getByRole("link", { name: "Tell us about extra help" }).click()
  await page.getByRole("checkbox", { name: "A baby or a child under 5 lives here" }).check()
  await fill(page, { "Language you would rather speak": "Polish", "Password for visits": "Heron" })
  await press(page, "Save and continue")
  await arrive(page, "Check your answers")
  await expect(page.getByRole("main").getByText("Baby or young child")).toBeVisible()
  const reference = await fileNow(page)

  const supervisor = await as(SUPERVISOR)
  const { items } = await answer<{
    items: { id: string; version: number; priority: string; assignee?: { id: string } }[]
  }>(supervisor.get(`/requests?q=${reference}`), 200)
  const [request] = items
  expect(request?.priority).toBe("high")
  if (request?.assignee?.id !== worker.id)
    await answer(
      supervisor.put(`/requests/${request?.id}/assignee`, { assigneeId: worker.id, version: request?.version }),
      200,
    )
  const desk = await pageOf(worker)
  for (const path of ["", "/job-sheet"]) {
    await desk.goto(`/desk/requests/${request?.id}${path}`)
    for (const told of ["Baby or young child", "Polish", "Heron"])
      await expect(desk.getByRole("main").getByText(told).first()).toBeVisible()
  }
})

test("a customer adds a home, chooses it while filing and sees requests by home", async ({ newCustomer, pageOf }) => {
  const page = await pageOf(await newCustomer())
  await page.goto("/profile")
  await page.getByRole("link", { name: "Add or change homes" }).click()
  await arrive(page, "Your homes")
  const { line1, town, postcode } = { ...somewhere(), line1: `${somewhere().line1.split(" ")[0]} Harbour Street` }
  await fill(page, { "Address line 1": line1, "Town or city": town, Postcode: postcode })
  await page.getByRole("radio", { name: "I let it" }).check()
  await page.getByLabel(/^Since when\?/).fill("2024-05-01")
  await press(page, "Add home")
  await expect(page.getByText("Home added")).toBeVisible()
  await expect(page.getByText("Landlord, since 1 May 2024")).toBeVisible()

  await chooseCategory(page, "Meter fault")
  await giveDetails(page)
  await arrive(page, "Where is it?")
  await page.getByRole("navigation", { name: "Is it at one of your homes?" }).getByRole("link", { name: line1 }).click()
  await expect(page.getByRole("textbox", { name: "Address line 1" })).toHaveValue(line1)
  await press(page, "Save and continue")
  await arrive(page, "Photos and files")
  await page.getByRole("link", { name: "Continue" }).click()
  const reference = await fileNow(page)

  await page.goto("/requests")
  await page.getByRole("link", { name: "Requests by home" }).click()
  await page.getByRole("link", { name: `View ${line1}` }).click()
  await arrive(page, new RegExp(line1))
  await expect(page.getByText(reference)).toBeVisible()
  await press(page, "Remove home")
  await expect(page.getByText("Home removed from your homes")).toBeVisible()
  await expect(page.getByText(/Landlord, since 1 May 2024, until/)).toBeVisible()
})

test("a customer makes another home their main one, and keeps the one before", async ({ as, newCustomer, pageOf }) => {
  const person = await newCustomer()
  const premises = somewhere()
  await answer<Home>((await as(person)).post("/profile/homes", { premises, role: "landlord" }), 201)
  const page = await pageOf(person)
  await page.goto("/profile/homes")
  await arrive(page, "Your homes")
  await press(page, /^Make this my main home/)
  await expect(page.getByText("Main home changed")).toBeVisible()
  const homes = page.getByRole("listitem").filter({ hasText: /since/ })
  await expect(homes.first()).toContainText(premises.line1)
  await expect(homes.first()).toContainText("The address in your profile")
  await expect(page.getByRole("button", { name: /^Make this my main home/ })).toHaveCount(1)
})

test("staff keep notes on a customer, who never sees them, and open their premises", async ({
  as,
  newCustomer,
  pageOf,
}) => {
  const person = await newCustomer()
  const customer = await as(person)
  const { items } = await answer<{ items: Home[] }>(customer.get("/profile/homes"), 200)
  const page = await pageOf(SUPERVISOR, "hears nothing")
  await page.goto(`/desk/customers/${person.id}`)
  await fill(page, { "Notes on this customer": "Prefers calls after 4 pm" })
  await press(page, "Save notes")
  await expect(page.getByText("Notes saved")).toBeVisible()
  await expect(page.getByLabel("Notes on this customer")).toHaveValue("Prefers calls after 4 pm")
  await page.getByRole("link", { name: "Change needs" }).click()
  await page.getByRole("radio", { name: "No" }).check()
  await press(page, "Save needs")
  await expect(page.getByText("Needs saved")).toBeVisible()
  await expect(page.getByText(/Not allowed, since/)).toBeVisible()
  await page.getByRole("link", { name: items[0]?.premises.line1 }).click()
  await expect(page).toHaveURL(new RegExp(`/desk/premises/${items[0]?.premisesId}`))

  const theirs = await pageOf(person)
  await theirs.goto("/profile")
  await arrive(theirs, "Your profile")
  await expect(theirs.getByText("Not allowed, since")).toBeVisible()
  await expect(theirs.getByText("after 4 pm")).toHaveCount(0)
})
