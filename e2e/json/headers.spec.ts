import { answer, expect, test } from "../api"
import { fileRequest } from "../filing"
import { AMARA } from "../people"
import { browsing } from "../signed-in"

/** Of each kind of answer one: pages, the API's successes and refusals, files, and what Next makes itself. */
const PATHS = [
  "/",
  "/sign-in",
  "/no-such-page",
  "/requests",
  "/icon.svg",
  "/healthz",
  "/readyz",
  "/api/docs",
  "/api/docs/swagger-ui.css",
  "/api/openapi.json",
  "/api-docs/start.js",
  "/api/auth/csrf",
  "/api/v1/categories",
  "/api/v1/requests",
  "/api/v1/nothing/here",
  "/uploads/drafts/0190f3c4-0000-7000-8000-000000000000",
  "/_next/static/nothing.js",
]

function expectGuarded(headers: Record<string, string>, path: string): void {
  expect(headers["strict-transport-security"], path).toBe("max-age=31536000; includeSubDomains")
  expect(headers["x-content-type-options"], path).toBe("nosniff")
  const policy = headers["content-security-policy"]
  for (const part of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
    expect(policy, path).toContain(part)
  expect(policy, path).not.toContain("unsafe")
  if (path !== "/api/openapi.json") expect(headers, path).not.toHaveProperty("access-control-allow-origin")
}

test("every answer says: only encrypted, as the type it has, running nothing foreign, in nobody's frame", async ({
  request,
}) => {
  for (const path of PATHS) {
    const response = await request.get(path, { maxRedirects: 0, headers: { origin: "https://evil.test" } })
    expectGuarded(response.headers(), path)
  }
  const page = await (await request.get("/")).text()
  const script = /"(\/_next\/static\/[^"]+\.js)"/.exec(page)?.[1] ?? ""
  expectGuarded((await request.get(script)).headers(), script)
})

test("a file is saved, never shown, and may run nothing", async ({ as }) => {
  const amara = await as(AMARA)
  const { id } = await fileRequest(amara)
  const html = new File(["<script>alert(1)</script>"], "page.html")
  const { items } = await answer<{ items: { id: string }[] }>(amara.upload(`/requests/${id}/attachments`, html), 201)
  const headers = (await amara.get(`/attachments/${items[0]?.id}`)).headers()
  expectGuarded(headers, "an attachment")
  expect(headers["content-security-policy"]).toContain("sandbox")
  expect(headers["content-disposition"]).toMatch(/^attachment;/)
  expect(headers["content-type"]).toBe("text/plain")
})

test("no other site is told that it may read or send with somebody's cookie", async ({ request }) => {
  for (const path of ["/api/v1/requests", "/api/v1/tokens", "/sign-in"]) {
    const headers = { origin: "https://evil.test", "access-control-request-method": "POST" }
    const asked = (await request.fetch(path, { method: "OPTIONS", headers })).headers()
    expect(Object.keys(asked).filter((name) => name.startsWith("access-control-"))).toEqual([])
  }
})

test("what only a signed-in person sees is kept by no browser", async ({ as, baseURL }) => {
  const browser = await browsing(baseURL, AMARA)
  for (const path of ["/requests", "/profile"])
    expect((await browser.get(path)).headers()["cache-control"], path).toContain("no-store")
  await browser.dispose()
  expect((await (await as(AMARA)).get("/profile")).headers()["cache-control"]).toBe("private, no-store")
})
