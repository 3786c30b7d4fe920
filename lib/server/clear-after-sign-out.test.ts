import { once } from "node:events"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, expect, test } from "vitest"
import { clearAfterSignOut } from "./clear-after-sign-out"

let server: Server

beforeAll(async () => {
  clearAfterSignOut()
  server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? "/", "http://localhost")
    response.setHeader("set-cookie", searchParams.getAll("set"))
    response.end()
  }).listen(0, "127.0.0.1")
  await once(server, "listening")
})
afterAll(() => server.close())

const clears = async (...set: string[]) => {
  const { port } = server.address() as AddressInfo
  const query = new URLSearchParams(set.map((it) => ["set", it]))
  const { headers } = await fetch(`http://127.0.0.1:${port}/?${query}`)
  return headers.get("clear-site-data")
}

test("an answer that ends this browser's session has it forget cookies and storage", async () => {
  expect(await clears("session=; Path=/; Max-Age=0; HttpOnly")).toBe('"cookies", "storage"')
  expect(await clears("typed-email=; Max-Age=0", "session=; Path=/; Max-Age=0")).toBe('"cookies", "storage"')
})

test("other answers have it forget nothing", async () => {
  expect(await clears("session=sealed; Path=/")).toBeNull()
  expect(await clears("typed-email=; Max-Age=0")).toBeNull()
  expect(await clears()).toBeNull()
})
