import { expect, test } from "../api"
import { fileRequest } from "../filing"
import { SUPERVISOR } from "../people"
import { browsing } from "../signed-in"

const MARKUP = `"><img src=x onerror=alert(1)>'</title></script><script>alert(2)</script>`

test("what somebody typed is text on every page that shows it", async ({ as, baseURL, newCustomer }) => {
  const customer = await newCustomer()
  const api = await as(customer)
  const profile = await (await api.get("/profile")).json()
  await api.put("/profile", { name: MARKUP, phone: profile.phone, version: profile.version })
  const { id } = await fileRequest(api, { title: MARKUP, description: MARKUP.repeat(3) })
  for (const [person, paths] of [
    [customer, ["/requests", `/requests/${id}`, `/requests/${id}/delete`, "/profile", "/profile/edit"]],
    [SUPERVISOR, ["/desk?status=any", `/desk/requests/${id}`, `/desk?q=${encodeURIComponent(MARKUP)}`]],
  ] as const) {
    const browser = await browsing(baseURL, person)
    for (const path of paths) {
      const page = await (await browser.get(path)).text()
      expect(page, path).toContain("onerror=alert(1)")
      expect(page, path).not.toContain("<img src=x")
      expect(page, path).not.toContain("<script>alert")
    }
    await browser.dispose()
  }
})
