import { beforeAll, describe, expect, test } from "vitest"
import { z } from "zod"
import { sealSessionCookie } from "@/lib/identity/auth/session-cookie"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { operation } from "@/lib/model/operation"
import { Instant, line } from "@/lib/model/text"
import { call } from "@/lib/testing/api"
import { makeActor } from "@/lib/testing/people"
import { endpoint } from "./endpoint"

const op = operation({
  method: "post",
  path: "/things",
  tag: "Test",
  summary: "",
  access: "account",
  status: 201,
  input: z.object({ name: line("a name", { max: 20 }), count: z.number().int().max(2_147_483_647).optional() }),
  output: z.object({ name: z.string(), at: Instant }),
})
const POST = endpoint(op, async (_actor, { name }) => {
  if (name === "bug") throw new Error("the secret inside")
  if (name === "late") throw new AppError("too_many_requests", "Later.", { retryAfter: 7 })
  return { name, at: new Date(0), passwordHash: "never leaves" }
})

let actor: Actor
beforeAll(async () => {
  actor = await makeActor("customer")
})
const post = (body: unknown, headers?: Record<string, string>) => call(POST, "POST", { actor, body, headers })

describe("an endpoint", () => {
  test("lets out what its contract names, and nothing else", async () => {
    const response = await post({ name: "Ada" })
    expect(response.status).toBe(201)
    expect(await response.json()).toEqual({ name: "Ada", at: "1970-01-01T00:00:00.000Z" })
  })

  test("names what its contract does not, in the body and in the address, instead of leaving it out", async () => {
    const response = await call(POST, "POST", { actor, body: { nmae: "Ada" }, query: "?colour=red" })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      code: "invalid",
      errors: [
        { path: "colour", message: "There is no parameter of this name" },
        { path: "nmae", message: "There is no field of this name. Did you mean name?" },
        { path: "name", message: "Enter a name" },
      ],
    })
  })

  test("is kept by no cache and guessed at by no browser", async () => {
    const { headers } = await post({ name: "Ada" })
    expect(headers.get("cache-control")).toBe("private, no-store")
    expect(headers.get("x-content-type-options")).toBe("nosniff")
    expect(headers.get("x-request-id")).toBeTruthy()
  })

  test.each([
    ["a missing field", {}, 400],
    ["a wrong type", { name: 7 }, 400],
    ["a number beyond 2^31", { name: "Ada", count: 2 ** 31 }, 400],
    ["a number beyond 2^63", '{"name":"Ada","count":9223372036854775808}', 400],
    ["an array", "[]", 400],
    ["null", "null", 400],
    ["broken JSON", "{", 400],
    ["JSON 33 levels deep", `{"name":${"[".repeat(33)}${"]".repeat(33)}}`, 400],
    ["JSON 400,000 levels deep", "[".repeat(400_000), 400],
    ["more than 1 MB", JSON.stringify({ name: "x".repeat(1_000_001) }), 413],
  ])("answers %s with a problem, not a failure", async (_, body, status) => {
    const response = await post(body)
    expect(response.status).toBe(status)
    expect(response.headers.get("content-type")).toBe("application/problem+json")
    expect(await response.json()).toMatchObject({ status, requestId: expect.any(String) })
  })

  test("counts a body that does not say how long it is", async () => {
    const endless = new ReadableStream({ pull: (out) => out.enqueue(new Uint8Array(65_536).fill(32)) })
    const request = new Request("http://localhost/api/v1/things", {
      method: "POST",
      body: endless,
      headers: { "content-type": "application/json", cookie: await cookie(), "sec-fetch-site": "same-origin" },
      duplex: "half",
    } as RequestInit)
    expect((await POST(request, { params: Promise.resolve({}) })).status).toBe(413)
  })

  test("refuses invalid UTF-8 and other media types", async () => {
    const latin = new Request("http://localhost/", {
      method: "POST",
      body: Uint8Array.from([123, 0xff, 125]),
      headers: { "content-type": "application/json", cookie: await cookie(), "sec-fetch-site": "same-origin" },
    })
    expect((await POST(latin, { params: Promise.resolve({}) })).status).toBe(400)
    const form = new FormData()
    form.set("name", "Ada")
    expect((await call(POST, "POST", { actor, form })).status).toBe(415)
  })

  test("tells the messages of fields by path", async () => {
    const body = await (await post({ name: "" })).json()
    expect(body.errors).toEqual([{ path: "name", message: "Enter a name" }])
  })

  test("says nothing of a bug but the request id", async () => {
    const response = await post({ name: "bug" }, { "x-request-id": "abcdef-123456" })
    expect(response.status).toBe(500)
    const text = await response.text()
    expect(text).not.toContain("secret")
    expect(text).toContain("abcdef-123456")
  })

  test("says when to come back", async () => {
    const response = await post({ name: "late" })
    expect([response.status, response.headers.get("retry-after")]).toEqual([429, "7"])
  })

  test.each(["Bearer %", "Bearer", "Basic YTpi", "Bearer a.b.c", ""])(
    "answers authorization “%s” with 401",
    async (authorization) => {
      const response = await call(POST, "POST", { body: { name: "Ada" }, headers: { authorization } })
      expect([response.status, response.headers.get("www-authenticate")]).toEqual([401, "Bearer"])
    },
  )

  test.each([
    ["our own page", { "sec-fetch-site": "same-origin" }, 201],
    ["our own page over plain http", { origin: "http://localhost:3000", host: "localhost:3000" }, 201],
    ["no Origin", {}, 403],
    ["another site", { "sec-fetch-site": "cross-site", origin: "https://evil.test" }, 403],
    ["a sibling host", { "sec-fetch-site": "same-site", origin: "http://other.localhost" }, 403],
    ["another site over plain http", { origin: "http://evil.test", host: "localhost:3000" }, 403],
    [
      "a forged X-Forwarded-Host",
      { origin: "http://evil.test", host: "localhost:3000", "x-forwarded-host": "evil.test" },
      403,
    ],
    ["Origin null", { origin: "null", host: "localhost:3000" }, 403],
  ])("with a cookie, a change from %s", async (_, headers, status) => {
    const response = await call(POST, "POST", {
      body: { name: "Ada" },
      headers: { ...headers, cookie: await cookie() },
    })
    expect(response.status).toBe(status)
  })
})

describe("a page that was made for an account", () => {
  const from = async (accountId: string) => {
    const headers = { cookie: await cookie(), "sec-fetch-site": "same-origin", "x-account": accountId }
    return call(POST, "POST", { body: { name: "Ada" }, headers })
  }

  test("sends nothing in the name of another who has signed in since", async () => {
    const response = await from((await makeActor("customer")).id)
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining("someone else is signed in now") })
  })

  test("sends in the name of its own account", async () => {
    expect((await from(actor.id)).status).toBe(201)
  })
})

async function cookie(): Promise<string> {
  const { name, value } = await sealSessionCookie(actor.sessionId)
  return `other=1; ${name}=${value}`
}
