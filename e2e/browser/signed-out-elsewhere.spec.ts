import { answer } from "../api"
import { arrive, expect, fill, ONLY_ONCE, press, signIn, test } from "../visit"

const SOON = { timeout: 20_000 }

test(
  "who is signed out elsewhere is told so on the open page, and what they have typed stays",
  ONLY_ONCE,
  async ({ as, assignedRequest, pageOf }) => {
    const { person, worker, request } = await assignedRequest()
    for (const [who, path, box] of [
      [person, `/requests/${request.id}`, "Your message"],
      [worker, `/desk/requests/${request.id}`, "Reply"],
    ] as const) {
      const page = await pageOf(who)
      await page.goto(path)
      await page.getByRole("textbox", { name: box }).fill("The key is")
      // The stream is open once the page has heard of something.
      await answer((await as(worker)).post(`/requests/${request.id}/notes`, { text: "Looked at it." }), 201)
      const other = await page.context().newPage()
      await other.goto("/profile")
      await other.getByRole("button", { name: "Sign out" }).first().click()
      await expect(page.getByText("You have been signed out").first()).toBeVisible(SOON)
      await expect(page.getByRole("link", { name: /sign in in a new tab/i })).toBeVisible()
      await expect(page.getByRole("textbox", { name: box })).toHaveValue("The key is")
      await other.close()
    }
  },
)

test(
  "what one person typed is not sent in the name of another who has signed in meanwhile",
  ONLY_ONCE,
  async ({ as, newCustomer, pageOf }) => {
    const [person, other] = [await newCustomer(), await newCustomer()]
    const page = await pageOf(person)
    await page.goto("/profile/edit")
    await fill(page, { "Full name": "Written by the first" })
    const tab = await page.context().newPage()
    await tab.goto("/profile")
    await tab.getByRole("button", { name: "Sign out" }).first().click()
    await expect(tab.getByText("You have signed out")).toBeVisible()
    await signIn(tab, other)
    await press(page, "Save changes")
    await expect(page.getByRole("alert").filter({ hasText: "someone else is signed in now" })).toBeVisible()
    await expect(page.getByLabel("Full name")).toHaveValue("Written by the first")
    expect(await answer((await as(other)).get("/profile"), 200)).toMatchObject({ name: other.name })
    // The other goes on where they have signed in.
    await tab.goto("/profile")
    await tab.getByRole("link", { name: "Change your details" }).click()
    await arrive(tab, "Change your details")
    await fill(tab, { "Full name": "Written by the other" })
    await press(tab, "Save changes")
    await expect(tab.getByText("Profile saved")).toBeVisible()
    await tab.close()
  },
)
