import { expect, test } from "../api"
import { ADMINISTRATOR, AMARA, PRIYA, SUPERVISOR } from "../people"
import { browsing, formsIn } from "../signed-in"
import { TOUR } from "../tour"

const SEEN_BY = [
  { name: "a visitor", person: undefined, pages: TOUR.visitor },
  { name: "a customer", person: AMARA, pages: [...TOUR.customer, ...TOUR.filing, "/profile", "/profile/edit"] },
  { name: "staff", person: PRIYA, pages: TOUR.staff },
  { name: "a supervisor", person: SUPERVISOR, pages: TOUR.supervisor },
  { name: "an administrator", person: ADMINISTRATOR, pages: TOUR.administrator },
]

for (const { name, person, pages } of SEEN_BY)
  test(`no form that ${name} sees can be sent from another site`, async ({ baseURL }) => {
    const own = baseURL ?? ""
    test.setTimeout(180_000)
    const { hostname, port } = new URL(own)
    const origins: Record<string, string>[] = [
      {},
      { origin: "https://evil.test" },
      { origin: "null" },
      { origin: `http://other.${hostname}:${port}` },
      { origin: "https://evil.test", "x-forwarded-host": "evil.test" },
      { origin: own, "sec-fetch-site": "cross-site" },
    ]
    const context = await browsing(baseURL, person)
    let tried = 0
    for (const path of new Set<string>(pages)) {
      if (path.includes("[")) continue
      for (const multipart of formsIn(await (await context.get(path)).text()))
        for (const headers of origins) {
          const response = await context.post(path, { multipart, headers, maxRedirects: 0 })
          const said = `${path} ${JSON.stringify(headers)}: ${response.status()}`
          expect(response.status(), said).toBe(403)
          expect(await response.text(), said).toContain("did not come from our own pages")
          tried++
        }
    }
    expect(tried).toBeGreaterThan(0)
    // Signing out was among them.
    if (person) expect((await context.get("/profile", { maxRedirects: 0 })).status()).toBe(200)
    await context.dispose()
  })
