import { answer } from "../api"
import { expect, ONLY_ONCE, test } from "../visit"

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
