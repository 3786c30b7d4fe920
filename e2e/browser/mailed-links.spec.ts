import { answer } from "../api"
import { linkIn, mailTo } from "../mailbox"
import { arrive, expect, fill, press, test } from "../visit"

test("the secret of a mailed link stays in no address, and two links are followed side by side", async ({
  anybody,
  as,
  newCustomer,
  page,
}) => {
  const people = [await newCustomer(), await newCustomer()]
  const links: string[] = []
  for (const { email } of people) {
    await answer(anybody.post("/password-resets", { email }), 202)
    links.push(linkIn(await mailTo(as, email, { subject: /Choose/ })))
  }
  const [first = "", second = ""] = links
  const other = await page.context().newPage()
  const asked: string[] = []
  page.on("request", (request) => asked.push(request.url(), request.headers().referer ?? ""))
  await page.goto(first)
  await other.goto(second)
  for (const shown of [page, other]) {
    await arrive(shown, "Choose a new password")
    expect(shown.url()).toMatch(/\/reset\?link=[\w-]{11}$/)
  }
  // What is asked for after the first hop knows nothing of it.
  expect(asked.slice(2).filter((url) => url.includes("token="))).toEqual([])

  await page.reload()
  await page.goto("/")
  await page.goBack()
  await arrive(page, "Choose a new password")
  await fill(page, { "New password": "another horse entirely" })
  await press(page, "Change password")
  await arrive(page, "Sign in")
  await page.goto(first)
  await arrive(page, "This link no longer works")
  await other.reload()
  await arrive(other, "Choose a new password")
  await other.close()
})
