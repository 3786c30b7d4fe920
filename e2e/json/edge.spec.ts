import { answer, expect, refusal, test } from "../api"
import { fileRequest, requestToFile } from "../filing"
import { AMARA, PREMISES, PRIYA } from "../people"

test("every answer of the API is private, and carries the id it was asked under", async ({ anybody, as }) => {
  const amara = await as(AMARA)
  const id = { "x-request-id": "01234567-call-centre" }
  for (const response of [
    await amara.get("/requests", undefined, id),
    await amara.get("/requests/nothing", undefined, id),
    await anybody.get("/requests", undefined, id),
    await anybody.get("/nothing/here", undefined, id),
  ])
    expect(response.headers()).toMatchObject({
      ...id,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    })
  const hostile = await amara.get("/profile", undefined, { "x-request-id": "<script>" })
  expect(hostile.headers()["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/)
})

test("paths and methods the API does not have are refused", async ({ anybody, as }) => {
  for (const method of ["get", "post", "put", "patch", "delete"] as const)
    expect((await refusal(anybody[method]("/nothing/here"), 404)).code).toBe("not_found")
  const amara = await as(AMARA)
  for (const path of ["/requests", "/profile", "/tokens"]) expect((await amara.patch(path, {})).status()).toBe(405)
})

test("a body has to be JSON of at most 1 MB", async ({ as }) => {
  const amara = await as(AMARA)
  const body = JSON.stringify(requestToFile())
  const send = (data: string, type = "application/json") => amara.post("/requests", data, { "content-type": type })
  await answer(send(body), 201)
  await answer(send(body, "application/json; charset=utf-8"), 201)
  await refusal(send(body, "text/plain"), 415)
  await refusal(send(`${body}${" ".repeat(1_000_001)}`), 413)
  for (const broken of ["{", "[]", "null", '"text"', `{"a":${"[".repeat(200)}${"]".repeat(200)}}`])
    await refusal(send(broken), 400)
})

test("what no person types is cleaned or refused and never a failure", async ({ as }) => {
  const amara = await as(AMARA)
  const { id } = await fileRequest(amara)
  for (const [typed, title] of [
    ["NUL \u0000 byte", "NUL byte"],
    ["half a \ud800 pair", "half a \ufffd pair"],
    ["bell \u0007 ringing", "bell ringing"],
    ["two\nlines", "two lines"],
    ["\u202eturned\u202c around", "turned around"],
  ])
    expect(await answer(amara.post("/requests", requestToFile({ title: typed })), 201)).toMatchObject({ title })
  for (const title of ["\u200b\u2060\u202e \u00a0", ""])
    expect((await refusal(amara.post("/requests", { ...requestToFile(), title }), 400)).errors?.[0]?.path).toBe("title")
  const worker = await as(PRIYA)
  for (const version of [2 ** 31, 1e300, -1, 1.5, "1", null])
    await refusal(worker.put(`/requests/${id}/status`, { to: "in_progress", version }), 400)
  for (const path of ["/requests/%00", "/requests/1", "/requests?q=%00", "/requests?limit=9999999999999999999999"])
    await refusal(amara.get(path), 400)
  // Letters of any script are what people do type.
  const title = "Ελληνικά 😀 naïve"
  expect(await answer(amara.post("/requests", requestToFile({ title })), 201)).toMatchObject({ title })
})

test("another site cannot use somebody's cookie", async ({ anybody }) => {
  const person = { name: "Nobody", email: "nobody", phone: "1", password: "1", premises: PREMISES }
  await refusal(anybody.post("/accounts", person), 400)
  const forged = { cookie: "session=eyJhbGciOiJkaXIifQ.e30.e30", origin: "https://evil.example" }
  await refusal(anybody.post("/requests", requestToFile(), forged), 401)
})

for (const path of ["/", "/sign-in", "/register", "/emergency", "/nothing-here"])
  test(`the page ${path} runs nothing but its own scripts, in nobody's frame`, async ({ request }) => {
    const policyOf = async () => (await request.get(path)).headers()["content-security-policy"] ?? ""
    const headers = (await request.get(path)).headers()
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
      "permissions-policy": expect.stringContaining("camera=()"),
      "cross-origin-opener-policy": "same-origin",
      "strict-transport-security": expect.stringMatching(/^max-age=\d{7,}/),
    })
    expect(headers).not.toHaveProperty("x-powered-by")
    const [first, second] = [await policyOf(), await policyOf()]
    for (const part of ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
      expect(first).toContain(part)
    expect(first).not.toContain("unsafe")
    expect(first.match(/'nonce-([^']+)'/)?.[1]).not.toBe(second.match(/'nonce-([^']+)'/)?.[1])
  })
