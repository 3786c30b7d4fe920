import { once } from "node:events"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest"
import { serveFromMemory } from "./serve-from-memory"

let server: Server
let address: string
let made = 0
let status = 200

beforeAll(async () => {
  serveFromMemory()
  server = createServer((_, response) => {
    made++
    const nonce = `of-page-${made}`
    response.statusCode = status
    response.setHeader("content-security-policy", `script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'`)
    response.write(`<script nonce="${nonce}">`)
    response.end(`page ${made}, ${nonce}`)
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())
beforeEach(() => {
  // Each test finds what was kept before it out of date.
  vi.setSystemTime(Date.now() + 3_600_000)
  status = 200
})

const get = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(address + path, { headers })
  const policy = answer.headers.get("content-security-policy") ?? ""
  return { text: await answer.text(), policy, nonce: policy.match(/'nonce-([^']+)'/)?.[1] ?? "" }
}

test("a page is made once a minute, and each visitor gets a nonce of their own, wherever it stands", async () => {
  const first = await get("/emergency")
  const [second, third] = [await get("/emergency"), await get("/emergency", { "accept-encoding": "identity" })]
  expect(new Set([first.nonce, second.nonce, third.nonce]).size).toBe(3)
  for (const { policy, nonce, text } of [second, third]) {
    expect(policy).toBe(`script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'`)
    expect(text).toBe(first.text.replaceAll(first.nonce, nonce))
  }
  vi.setSystemTime(Date.now() + 61_000)
  expect((await get("/emergency")).text).not.toContain(first.text.match(/page \d+/)?.[0])
})

test.each([
  ["who brings a cookie", "/", { cookie: "a=b" }],
  ["who asks for the page's data", "/", { rsc: "1" }],
  ["who asks for something of it", "/?a=b", {}],
  ["of another page", "/register", {}],
])("whoever %s is answered anew", async (_, path, headers) => {
  await get("/")
  const before = made
  await get(path, headers as Record<string, string>)
  await get(path, headers as Record<string, string>)
  expect(made).toBe(before + 2)
})

test("what failed is not kept", async () => {
  status = 503
  const failed = await get("/")
  status = 200
  expect((await get("/")).text).not.toBe(failed.text)
})
