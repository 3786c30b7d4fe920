import { type APIRequestContext, request as requests } from "@playwright/test"
import { expect, test } from "../api"
import { ADMINISTRATOR, AMARA, type Person, PRIYA, SUPERVISOR, someAddress } from "../people"
import { TOUR } from "../tour"

type Fields = Record<string, string>

const SEEN_BY = [
  { name: "a visitor", person: undefined, pages: TOUR.visitor },
  { name: "a customer", person: AMARA, pages: [...TOUR.customer, ...TOUR.filing, "/profile", "/profile/edit"] },
  { name: "staff", person: PRIYA, pages: TOUR.staff },
  { name: "a supervisor", person: SUPERVISOR, pages: TOUR.supervisor },
  { name: "an administrator", person: ADMINISTRATOR, pages: TOUR.administrator },
]

/** What a page's forms would send, with the hidden fields that name their actions. */
function formsIn(html: string): Fields[] {
  const forms = [...html.matchAll(/<form\b[^>]*method="POST"[^>]*>(.*?)<\/form>/gis)].map(([, inside = ""]) => inside)
  return forms.map((inside) => {
    const hidden = inside.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)
    return Object.fromEntries([...hidden].map(([, name = "", value = ""]) => [name, value.replaceAll("&quot;", '"')]))
  })
}

async function enter(context: APIRequestContext, { email, password }: Person, origin: string): Promise<void> {
  const [form = {}] = formsIn(await (await context.get("/sign-in")).text()).slice(-1)
  const entered = await context.post("/sign-in", { multipart: { ...form, email, password }, headers: { origin } })
  expect(entered.url()).not.toContain("/sign-in")
}

for (const { name, person, pages } of SEEN_BY)
  test(`no form that ${name} sees can be sent from another site`, async ({ baseURL = "" }) => {
    test.setTimeout(180_000)
    const { hostname, port } = new URL(baseURL)
    const origins: (Fields | undefined)[] = [
      {},
      { origin: "https://evil.test" },
      { origin: "null" },
      { origin: `http://other.${hostname}:${port}` },
      { origin: "https://evil.test", "x-forwarded-host": "evil.test" },
      { origin: baseURL, "sec-fetch-site": "cross-site" },
    ]
    const context = await requests.newContext({ baseURL, extraHTTPHeaders: { "x-forwarded-for": someAddress() } })
    if (person) await enter(context, person, baseURL)
    let tried = 0
    for (const path of new Set<string>(pages)) {
      if (path.includes("[")) continue
      for (const multipart of formsIn(await (await context.get(path)).text()))
        for (const headers of origins) {
          const response = await context.post(path, { multipart, headers, maxRedirects: 0 })
          const said = `${path} ${JSON.stringify(headers)}: ${response.status()}`
          expect(response.status(), said).toBeLessThan(500)
          if (response.status() < 400) expect(await response.text(), said).toContain("did not come from our own pages")
          tried++
        }
    }
    expect(tried).toBeGreaterThan(0)
    // Signing out was among them.
    if (person) expect((await context.get("/profile", { maxRedirects: 0 })).status()).toBe(200)
    await context.dispose()
  })
