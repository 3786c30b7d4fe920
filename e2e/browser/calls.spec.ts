import { randomInt } from "node:crypto"
import type { Page } from "@playwright/test"
import type { Customer } from "@/lib/identity/customers/contract"
import { answer } from "../api"
import { requestToFile } from "../filing"
import { linkIn, mailTo } from "../mailbox"
import { newPerson, SUPERVISOR, somewhere, TOM } from "../people"
import { arrive, expect, expectMistake, fill, ONLY_ONCE, press, test } from "../visit"

const somePhone = () => `07700 ${randomInt(100_000, 1_000_000)}`
const WORDS = { Title: "Meter display is blank", Description: "It has shown nothing since Monday." }
const DANGER = /anyone in danger right now/

async function find(page: Page, q: string): Promise<void> {
  await page.getByRole("searchbox", { name: "Caller’s phone, name, address or reference" }).fill(q)
  await press(page, "Find caller")
}

async function tell(page: Page): Promise<void> {
  await page.getByRole("combobox", { name: "What do they need help with?" }).selectOption("Meter fault")
  await fill(page, WORDS)
}

const tick = (page: Page, answer: string) => page.getByRole("radio", { name: answer }).check()
const giveAddress = (page: Page, { line1, town, postcode }: ReturnType<typeof somewhere>) =>
  fill(page, { "Address line 1": line1, "Town or city": town, Postcode: postcode })

test("somebody who calls for the first time becomes a customer, and is found by phone the next time", async ({
  pageOf,
}) => {
  const [phone, place] = [somePhone(), somewhere()]
  const page = await pageOf(TOM)
  await page.goto("/desk")
  await page.getByRole("link", { name: "New request" }).click()
  await arrive(page, "New request")
  await find(page, phone)
  await expect(page.getByRole("group", { name: DANGER })).toBeVisible()
  await expect(page.getByRole("textbox", { name: "Phone", exact: true })).toHaveValue(phone)
  await press(page, "Send request")
  await expectMistake(
    page,
    "Ask whether anyone is in danger",
    page.getByRole("radio").first(),
    page.getByRole("group", { name: DANGER }),
  )
  await tick(page, "None of these")
  await fill(page, { Name: "Wanda Kowalska" })
  await giveAddress(page, place)
  await tell(page)
  await press(page, "Send request")
  const taken = page.getByRole("alert").filter({ hasText: "sent for Wanda Kowalska" })
  await expect(taken).toContainText(/GR-\w{4}-\w{4}/)
  const [reference = ""] = /GR-\w{4}-\w{4}/.exec((await taken.textContent()) ?? "") ?? []

  await find(page, `+44 ${phone.slice(1)}`)
  await expect(page.getByRole("heading", { name: "Calling about one of these?" })).toBeVisible()
  await expect(page.getByText(reference)).toBeVisible()
  await expect(page.getByRole("radio", { name: place.line1 })).toBeChecked()

  const supervisor = await pageOf(SUPERVISOR, "hears nothing")
  await supervisor.goto(`/desk?status=any&q=${reference}`)
  await supervisor.getByRole("main").getByRole("link", { name: WORDS.Title }).click()
  await arrive(supervisor, WORDS.Title)
  await expect(supervisor.getByText(`Taken by phone by ${TOM.name}`).first()).toBeVisible()
})

test("a caller in danger is told what to do, and their emergency is sent with nothing but the place", async ({
  newCustomer,
  pageOf,
}) => {
  const person = await newCustomer()
  const page = await pageOf(TOM)
  await page.goto(`/desk/requests/new?q=${encodeURIComponent(person.name)}`)
  await page.getByRole("link", { name: `Choose ${person.name}` }).click()
  await expect(page.getByText("Tell the caller")).toHaveCount(2)
  await expect(page.getByText("No flames, no switches.")).toBeHidden()
  await tick(page, "Smell or sound of gas")
  await expect(page.getByText("No flames, no switches.")).toBeVisible()
  await tick(page, "Another address")
  await giveAddress(page, somewhere())
  await press(page, "Send emergency")
  await expect(page.getByRole("alert").filter({ hasText: `sent for ${person.name}` })).toContainText("Emergency")
})

test("an emergency of a caller whom nobody knows is sent with the place alone, and the caller is named afterwards", async ({
  as,
  pageOf,
}) => {
  const [phone, name] = [somePhone(), `Amina ${randomInt(1_000_000)}`]
  const tom = await as(TOM)
  await answer(tom.post("/customers", { name, phone, premises: somewhere() }), 201)
  const page = await pageOf(TOM)
  await page.goto("/desk/requests/new?customer=new")
  await tick(page, "Smell or sound of gas")
  await fill(page, { Name: "A neighbour", Phone: `${phone} (hers)`, "Address line 1": somewhere().line1 })
  await press(page, "Send emergency")
  const taken = page.getByRole("alert").filter({ hasText: "Caller not identified" })
  await expect(taken).toContainText(`This number belongs to ${name}`)
  await taken.getByRole("button", { name: `it is ${name}` }).click()
  await expect(page.getByRole("alert").filter({ hasText: `sent for ${name}` })).toContainText("Emergency")
})

test("a caller is found by the reference of their request, and words around a number are no name", async ({
  as,
  pageOf,
}) => {
  const [phone, name] = [somePhone(), `Olu ${randomInt(1_000_000)}`]
  const tom = await as(TOM)
  const customer = await answer<Customer>(tom.post("/customers", { name, phone }), 201)
  const filed = { ...requestToFile(), customerId: customer.id }
  const { reference } = await answer<{ reference: string }>(tom.post("/requests", filed), 201)
  const page = await pageOf(TOM)
  await page.goto("/desk/requests/new")
  await find(page, reference.toLowerCase().replaceAll("-", " "))
  await expect(page.getByRole("heading", { name, exact: true })).toBeVisible()
  await find(page, `tel:${somePhone()} (mobile)`)
  await expect(page.getByRole("textbox", { name: "Phone", exact: true })).toHaveValue(/^07700 \d{6}$/)
})

test("words that may tell of a danger are asked about before the request is sent", async ({ newCustomer, pageOf }) => {
  const person = await newCustomer()
  const page = await pageOf(TOM)
  await page.goto(`/desk/requests/new?q=${encodeURIComponent(person.name)}`)
  await page.getByRole("link", { name: `Choose ${person.name}` }).click()
  await tick(page, "None of these")
  await tell(page)
  await fill(page, { Description: "There was a smell of gas in the hall last week." })
  await press(page, "Send request")
  const question = page.getByRole("group", { name: "Is it happening now?" })
  await expect(question).toContainText("smell of gas")
  await question.getByRole("radio", { name: "No" }).check()
  await press(page, "Send request")
  await expect(page.getByRole("alert").filter({ hasText: `sent for ${person.name}` })).toBeVisible()
})

test("where the number is a customer's already, the page asks who calls and keeps what was typed", async ({
  as,
  pageOf,
}) => {
  const [phone, place] = [somePhone(), somewhere()]
  const tom = await as(TOM)
  await answer(tom.post("/customers", { name: "Amina Begum", phone, premises: place }), 201)
  const page = await pageOf(TOM)
  await page.goto("/desk/requests/new?customer=new")
  await tick(page, "None of these")
  await fill(page, { Name: "A. Begum", Phone: phone.replaceAll(" ", "-") })
  await giveAddress(page, place)
  await tell(page)
  await press(page, "Send request")
  const who = page.getByRole("group", { name: "Who is calling?" })
  await expect(who).toContainText(place.line1)
  await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue(WORDS.Title)
  await who.getByRole("radio", { name: "Amina Begum" }).check()
  await press(page, "Send request")
  await expect(page.getByRole("alert").filter({ hasText: "sent for Amina Begum" })).toBeVisible()
})

test("a customer without a password is invited, chooses one and sees what was sent for them", async ({
  as,
  page,
  pageOf,
}) => {
  const person = newPerson({ phone: somePhone() })
  const helen = await as(SUPERVISOR)
  const { id } = await answer<Customer>(helen.post("/customers", { name: person.name, phone: person.phone }), 201)
  await answer(
    helen.post("/requests", { ...requestToFile({ title: "The meter ticks at night" }), customerId: id }),
    201,
  )
  const desk = await pageOf(SUPERVISOR, "hears nothing")
  await desk.goto(`/desk/customers/${id}`)
  await fill(desk, { Email: person.email })
  await press(desk, "Send invitation")
  await expect(desk.getByText(`Invitation sent to ${person.email}`)).toBeVisible()
  await page.goto(linkIn(await mailTo(as, person.email, { subject: /Choose a password/ })))
  await arrive(page, "Choose a password")
  await fill(page, { Password: person.password })
  await press(page, "Save password")
  await arrive(page, "Sign in")
  await fill(page, { "Email address": person.email, Password: person.password })
  await press(page, "Sign in")
  await expect(page.getByText("The meter ticks at night")).toBeVisible()
})

test("a call is taken with the keyboard alone", ONLY_ONCE, async ({ pageOf }) => {
  const [phone, place] = [somePhone(), somewhere()]
  const page = await pageOf(TOM)
  const { keyboard } = page
  await page.goto("/desk/customers")
  await arrive(page, "Customers")
  await expect(async () => {
    await keyboard.press("n")
    await expect(page.getByRole("searchbox", { name: "Caller’s phone" })).toBeFocused({ timeout: 2000 })
  }).toPass()
  const type = async (...texts: string[]) => {
    for (const text of texts) {
      await keyboard.type(text)
      await keyboard.press("Tab")
    }
  }
  await keyboard.type(phone)
  await keyboard.press("Enter")
  await expect(page.getByRole("radio", { name: "Smell or sound of gas" })).toBeFocused()
  await keyboard.press("ArrowUp")
  await expect(page.getByRole("radio", { name: "None of these" })).toBeChecked()
  await keyboard.press("Tab")
  await type("Olu Adeyemi", "", "", "", "", place.line1, "", place.town, place.postcode, "", "")
  await type("Meter fault", WORDS.Title)
  await keyboard.type(WORDS.Description)
  for (const _ of ["description", "phone", "contact"]) await keyboard.press("Tab")
  await keyboard.press("Enter")
  await expect(page.getByRole("alert").filter({ hasText: "sent for Olu Adeyemi" })).toBeVisible()
})

test(
  "what was typed while a caller speaks is there again after the page was left or loaded anew, for that caller only",
  ONLY_ONCE,
  async ({ newCustomer, pageOf }) => {
    const [person, other] = [await newCustomer(), await newCustomer()]
    const page = await pageOf(TOM, "hears nothing")
    const take = async ({ name }: { name: string }) => {
      await page.goto(`/desk/requests/new?q=${encodeURIComponent(name)}`)
      await page.getByRole("link", { name: `Choose ${name}` }).click()
      await expect(page.getByRole("heading", { name: "What is it about?" })).toBeVisible()
    }
    await take(person)
    const title = page.getByRole("textbox", { name: "Title" })
    await title.fill("Meter display is blank")
    await tick(page, "None of these")
    await page.reload()
    await expect(title).toHaveValue("Meter display is blank")
    await expect(page.getByRole("radio", { name: "None of these" })).toBeChecked()

    await take(other)
    await expect(title).toHaveValue("")
    await take(person)
    await expect(title).toHaveValue("Meter display is blank")
    await fill(page, { Description: WORDS.Description })
    await page.getByRole("combobox", { name: "What do they need help with?" }).selectOption("Meter fault")
    await press(page, "Send request")
    await expect(page.getByRole("alert").filter({ hasText: `sent for ${person.name}` })).toBeVisible()
    await take(person)
    await expect(title).toHaveValue("")
  },
)

test("whoever looks for a caller in vain is told so", async ({ pageOf }) => {
  const page = await pageOf(TOM)
  await page.goto("/desk/requests/new")
  await find(page, "Nobodyofthisname")
  await expect(page.getByText("No customer was found for “Nobodyofthisname”.")).toBeVisible()
})
