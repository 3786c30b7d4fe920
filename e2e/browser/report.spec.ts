import { answer, type PageOf } from "../api"
import { fileRequest } from "../filing"
import { answerDanger, EMERGENCY_LINK } from "../filing-pages"
import { SUPERVISOR } from "../people"
import { arrive, expect, expectMistake, fill, press, test } from "../visit"

for (const [answer, advice, title] of [
  ["I smell gas or hear it escaping", "If you smell gas, get out and call", "Smell of gas"],
  [
    "A carbon monoxide alarm is sounding, or someone feels ill near an appliance",
    "If a carbon monoxide alarm sounds, get into fresh air and call",
    "Carbon monoxide alarm",
  ],
  ["A pipe or meter has been hit", "If a pipe or meter has been hit, get away and call", "Gas pipe or meter hit"],
] as const)
  test(`“${answer}” takes the number to call and one page with a place on it`, async ({ newCustomer, pageOf }) => {
    const page = await pageOf(await newCustomer())
    await answerDanger(page, answer)
    await arrive(page, advice)
    const number = page.getByRole("main").getByRole("link", EMERGENCY_LINK)
    await page.setViewportSize({ width: 375, height: 667 })
    await expect(number).toBeInViewport({ ratio: 1 })
    await expect(number).toHaveAttribute("href", "tel:0800111999")
    await page.getByRole("link", { name: "I am safe" }).click()

    await arrive(page, "Where is it?")
    await expect(page.getByRole("textbox", { name: "Address line 1" })).toHaveValue(/ Chapel Row$/)
    await press(page, "Send now")
    await arrive(page, "We have your request")
    await page.getByRole("link", { name: "Track this request" }).click()
    await arrive(page, title)
    await expect(page.getByText("Emergency", { exact: true })).toBeVisible()
  })

test("a report that is refused keeps everything that was typed; what it says is sent", async ({
  newCustomer,
  pageOf,
}) => {
  const page = await pageOf(await newCustomer())
  await answerDanger(page, "A pipe or meter has been hit")
  await page.getByRole("link", { name: "I am safe" }).click()
  await fill(page, { "Address line 1": "", "A phone number that is with you": "07700 900123" })
  await fill(page, { "Anything else that helps us": "A digger at the corner." })
  await page.getByRole("group", { name: "Is everyone outside?" }).getByRole("radio", { name: "Yes" }).check()
  await press(page, "Send now")
  await expectMistake(page, "Enter the building and street", page.getByLabel("Address line 1"))
  await expect(page.getByLabel("A phone number that is with you")).toHaveValue("07700 900123")
  await expect(page.getByRole("radio", { name: "Yes" }).first()).toBeChecked()
  await fill(page, { "Address line 1": "1 Digger Lane" })
  await press(page, "Send now")
  await arrive(page, "We have your request")
  await page.getByRole("link", { name: "Track this request" }).click()
  await expect(page.getByText("A gas pipe or meter has been hit. Everyone is outside.")).toBeVisible()
  await expect(page.getByText("A digger at the corner.")).toBeVisible()
})

test("whoever was signed out while reporting is told that nothing was sent, and whom to call", async ({
  javaScriptEnabled: scripts,
  newCustomer,
  pageOf,
}) => {
  const person = await newCustomer()
  const page = await pageOf(person)
  await answerDanger(page, "I smell gas or hear it escaping")
  await page.getByRole("link", { name: "I am safe" }).click()
  await arrive(page, "Where is it?")
  await fill(page, { "Address line 1": "16 Victim Court", "A phone number that is with you": "07700 900123" })
  await page.context().clearCookies()
  await press(page, "Send now")
  await arrive(page, "Sign in")
  const notice = page.getByRole("alert").filter({ hasText: "Your report has not been sent yet" })
  await expect(notice.getByRole("link", EMERGENCY_LINK)).toBeVisible()
  await expect(notice.getByRole("link", { name: "report it without signing in" })).toHaveAttribute(
    "href",
    "/emergency/report",
  )
  // Without a cookie the server does not know whose words these are, and says that they are lost.
  if (!scripts) return
  await fill(page, { "Email address": person.email, Password: person.password })
  await press(page, "Sign in")
  await arrive(page, "Where is it?")
  await expect(page.getByLabel("Address line 1")).toHaveValue("16 Victim Court")
  await expect(page.getByLabel("A phone number that is with you")).toHaveValue("07700 900123")
})

test("no gas for someone vulnerable goes on to a chosen category; the answer is shown before sending and can be changed", async ({
  newCustomer,
  pageOf,
}) => {
  const page = await pageOf(await newCustomer())
  await answerDanger(page, "There is no gas, and someone here is vulnerable")
  await expect(page.getByRole("radio", { name: "No gas or low pressure" })).toBeChecked()
  await press(page, "Save and continue")
  await fill(page, { Title: "No heating", Description: "Since this morning, all of it." })
  await page.getByRole("radio", { name: "Email" }).check()
  await press(page, "Save and continue")
  await arrive(page, "Where is it?")
  await press(page, "Save and continue")
  await page.getByRole("link", { name: "Continue" }).click()
  await arrive(page, "Check your answers")
  await page.getByRole("link", { name: "Change the answer about danger" }).click()
  await press(page, "None of these")
  await arrive(page, "Check your answers")
  await expect(page.getByText("None of these")).toBeVisible()
  await page.getByRole("link", { name: "Change the answer about danger" }).click()
  await press(page, "I smell gas or hear it escaping")
  await page.getByRole("link", { name: "I am safe" }).click()
  await expect(page.getByLabel("Anything else that helps us")).toHaveValue("Since this morning, all of it.")
})

test("somebody without an account reports on the same pages, and sees when someone confirms", async ({
  as,
  javaScriptEnabled: scripts,
  page,
}) => {
  await page.goto("/emergency")
  await page.getByRole("main").getByRole("link", { name: "report it here" }).click()
  await arrive(page, "Is anyone in danger right now?")
  await page.getByRole("link", { name: "I smell gas or hear it escaping" }).click()
  await arrive(page, "If you smell gas, get out and call")
  await expect(page.getByRole("main").getByRole("link", EMERGENCY_LINK)).toBeVisible()
  await page.getByRole("link", { name: "I am safe" }).click()
  const line1 = `${Date.now()} Nameless Street`
  await fill(page, { "Town or city": "Leeds" })
  await press(page, "Send now")
  await expectMistake(page, "Enter the building and street", page.getByLabel("Address line 1"))
  await expect(page.getByLabel("Town or city")).toHaveValue("Leeds")
  // Whoever passes by need not know the postcode.
  await fill(page, { "Address line 1": line1 })
  await press(page, "Send now")
  await arrive(page, "We have your report")
  await expect(page.getByText("We have alerted the on-call team; nobody has confirmed yet.")).toBeVisible()
  await expect(page.getByRole("main")).not.toContainText(line1)

  const reference = (await page.getByText(/^GR-[2-9A-Z]{4}-[2-9A-Z]{4}$/).textContent()) ?? ""
  const supervisor = await as(SUPERVISOR)
  const { items } = await answer<PageOf<{ id: string }>>(supervisor.get(`/requests?q=${reference}`), 200)
  await answer(supervisor.put(`/requests/${items[0]?.id}/acknowledgement`, {}), 200)
  await page.getByLabel("What else should our engineer know?").fill("By the cellar door.")
  await press(page, "Add details")
  await expect(page.getByRole("alert").filter({ hasText: "We have added your details" })).toBeVisible()
  const { items: updates } = await answer<PageOf<{ kind: string; data: object }>>(
    supervisor.get(`/requests/${items[0]?.id}/timeline`),
    200,
  )
  expect(updates).toContainEqual(
    expect.objectContaining({ kind: "messaged", data: { message: "By the cellar door.", from: "customer" } }),
  )
  // With scripts it shows without being asked.
  if (!scripts) await page.getByRole("link", { name: "Check again" }).click()
  await expect(page.getByText("Our on-call team confirmed at")).toBeVisible({ timeout: 15_000 })
})

test("who goes back and sends the same again has reported once; with more to say, it is reported again", async ({
  page,
}) => {
  await page.goto("/emergency/report/call?danger=gas_smell")
  await page.getByRole("link", { name: "I am safe" }).click()
  await arrive(page, "Where is it?")
  const place = { "Address line 1": `${Date.now()} Backward Street`, "Town or city": "Leeds" }
  const reference = async () => {
    await press(page, "Send now")
    await arrive(page, "We have your report")
    return page.getByText(/^GR-[2-9A-Z]{4}-[2-9A-Z]{4}$/).textContent()
  }
  await fill(page, place)
  const first = await reference()
  await page.goBack()
  await arrive(page, "Where is it?")
  await fill(page, place)
  expect(await reference()).toBe(first)
  await page.goBack()
  await arrive(page, "Where is it?")
  await fill(page, { ...place, "Anything else that helps us": "It is getting stronger." })
  expect(await reference()).not.toBe(first)
})

test("an open emergency comes first in its customer's list, with the number, and says who has confirmed", async ({
  as,
  newCustomer,
  newStaff,
  pageOf,
}) => {
  const person = await newCustomer()
  const [customer, helper] = [await as(person), await newStaff("supervisor")]
  const { id } = await fileRequest(customer, { category: "gas_leak", title: "Smell in the cellar" })
  for (let i = 0; i < 21; i++) await fileRequest(customer, { title: `Meter question ${i}` })
  const page = await pageOf(person)
  await page.goto("/requests")
  const first = page.getByRole("region", { name: "Your emergency" })
  await expect(first.getByRole("link", { name: "Smell in the cellar" })).toHaveAttribute("href", `/requests/${id}`)
  await expect(first.getByText("nobody has confirmed yet")).toBeVisible()
  await expect(first.getByRole("link", EMERGENCY_LINK)).toBeVisible()
  await answer((await as(helper)).put(`/requests/${id}/acknowledgement`, {}), 200)
  await page.reload()
  await expect(first.getByText(`${helper.name} confirmed at`)).toBeVisible()
  await first.getByRole("link", { name: "Smell in the cellar" }).click()
  await expect(page.getByText(`${helper.name} confirmed at`)).toBeVisible()
})
