import { expect, test } from "../api"
import { newPerson } from "../people"
import { browsing, formsIn } from "../signed-in"

const GONE = `40${"0".repeat(40)}`

/** A form as a build has sent it out that called its action by a name that is no more. */
const outdated = (form: Record<string, string> = {}) =>
  Object.fromEntries(Object.entries(form).map(([name, value]) => [name, value.replace(/"id":"\w+"/, `"id":"${GONE}"`)]))

test("a form from before an update is shown again with what was typed, and sent again it works", async ({
  baseURL,
}) => {
  const context = await browsing(baseURL)
  const { email, password } = newPerson()
  const send = (form: object, path = "/forgot") =>
    context.post(path, { multipart: { ...form, email, password }, headers: { origin: baseURL ?? "" }, maxRedirects: 0 })
  const form = formsIn(await (await context.get("/forgot")).text()).at(-1)

  const shown = await send(outdated(form))
  expect(shown.status()).toBe(200)
  const page = await shown.text()
  expect(page).toContain("Send this again")
  expect(page).toContain(`value="${email}"`)
  expect(page).not.toContain(password)

  const again = await send(formsIn(page).at(-1) ?? {})
  expect([again.status(), again.headers().location]).toEqual([303, "/forgot/sent"])

  const elsewhere = await send(form ?? {}, "/register")
  expect([elsewhere.status(), await elsewhere.text()]).toEqual([200, expect.stringContaining("Send this again")])
})

test("nobody can make a page say that something was typed", async ({ baseURL }) => {
  const context = await browsing(baseURL)
  const said = encodeURIComponent(JSON.stringify({ path: "/forgot", form: "", values: { email: "evil@example.test" } }))
  const page = await (await context.get("/forgot", { headers: { "x-outdated-form": said } })).text()
  expect(page).not.toContain("Send this again")
  expect(page).not.toContain("evil@example.test")
})

test("forms work behind a proxy that calls us by a name of its own", async ({ baseURL }) => {
  const own = baseURL ?? ""
  const context = await browsing(baseURL)
  const form = formsIn(await (await context.get("/forgot")).text()).at(-1)
  const send = (headers: Record<string, string>) =>
    context.post("/forgot", { multipart: { ...form, email: newPerson().email }, headers, maxRedirects: 0 })
  expect((await send({ origin: own, host: "app:3000" })).status()).toBe(303)
  expect((await send({ origin: "https://evil.test", host: "app:3000" })).status()).toBe(403)
  // A browser that is sure it is on our site, while we are called otherwise: we are set up wrongly.
  const lost = await send({ origin: "https://portal.test", host: "app:3000", "sec-fetch-site": "same-origin" })
  expect([lost.status(), await lost.text()]).toEqual([400, expect.stringContaining("This form cannot be sent")])
})
