import { once } from "node:events"
import { createServer, request, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest"
import { registry } from "@/lib/platform/metrics/registry"
import { accessLog } from "@/lib/runtime/access-log"
import { currentRequestId } from "@/lib/runtime/request-id"
import { observeRequests } from "./observe-requests"
import { stampRequests } from "./stamp-requests"

let server: Server
let address: string

beforeAll(async () => {
  process.env.ACCESS_LOG = "on"
  process.env.LOG_LEVEL = "debug"
  stampRequests()
  observeRequests((path) =>
    path.startsWith("/requests/") ? "/requests/[id]" : path === "/healthz" ? path : "(no route)",
  )
  server = createServer(async ({ url = "" }, response) => {
    if (url.startsWith("/requests/never")) return
    await new Promise(setImmediate)
    response.writeHead(/^\/(requests\/|healthz$)/.test(url) ? 200 : 404).end(currentRequestId())
  }).listen(0)
  await once(server, "listening")
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterEach(() => {
  vi.restoreAllMocks()
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const written = () => vi.spyOn(accessLog, "info").mockImplementation(() => undefined)
const counted = async () => (await registry.getSingleMetric("gas_http_requests_total")?.get())?.values ?? []

test("a request is one line with its pattern and its id, and without its path, query or headers", async () => {
  const info = written()
  const headers = { "x-request-id": "11111111-aaaa", authorization: "Bearer canary", cookie: "session=canary" }
  await fetch(`${address}/requests/canary?token=canary#canary`, { headers })
  await expect.poll(() => info.mock.calls.length).toBe(1)
  const [line] = info.mock.calls
  expect(line).toEqual([
    { method: "GET", route: "/requests/[id]", status: 200, ms: expect.any(Number), requestId: "11111111-aaaa" },
    "request",
  ])
  expect(JSON.stringify(line)).not.toContain("canary")
})

test("whatever is done for a request knows its id, however many share a connection", async () => {
  written()
  const ids = Array.from({ length: 20 }, () => crypto.randomUUID())
  const answers = ids.map(async (id) => {
    const answer = await fetch(`${address}/requests/1`, { headers: { "x-request-id": id } })
    return answer.text()
  })
  expect(await Promise.all(answers)).toEqual(ids)
  expect(currentRequestId()).toBeUndefined()
})

test("paths and methods that somebody makes up add one label, not one each", async () => {
  const info = written()
  for (let i = 0; i < 5; i++) await fetch(`${address}/made-up-${i}`, { method: i % 2 ? "PURGE" : "GET" })
  await expect.poll(() => info.mock.calls.length).toBe(5)
  const labels = (await counted()).map(({ labels }) => labels).filter(({ route }) => route === "(no route)")
  expect(labels).toEqual([
    { method: "GET", route: "(no route)", status: 404 },
    { method: "other", route: "(no route)", status: 404 },
  ])
})

test("what machines ask for all the time is logged for those only who look closely, unless it failed", async () => {
  const [info, debug] = [written(), vi.spyOn(accessLog, "debug").mockImplementation(() => undefined)]
  await fetch(`${address}/healthz`)
  await expect.poll(() => debug.mock.calls.length).toBe(1)
  await fetch(`${address}/healthz?fail`)
  await expect.poll(() => info.mock.calls.length).toBe(1)
})

test("somebody who leaves before there is an answer is counted as gone", async () => {
  const info = written()
  const asking = request(`${address}/requests/never`)
  asking.on("error", () => undefined).end()
  await once(server, "request")
  asking.destroy()
  await expect.poll(() => info.mock.calls[0]?.[0]).toMatchObject({ route: "/requests/[id]", status: 499 })
})
