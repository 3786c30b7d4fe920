import { channel } from "node:diagnostics_channel"
import { once } from "node:events"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, afterEach, expect, test } from "vitest"
import { answerUnavailable } from "./answer-unavailable"

const stop = answerUnavailable()
const server = createServer()
const ID = "a-request-of-the-test"

afterAll(stop)

afterEach(() => {
  server.removeAllListeners("request")
  server.close()
})

interface Page {
  status: number
  /** Whether the page said that it could not be made. */
  failed: boolean
}

/** The answer that a client gets for a page. */
async function answered({ status, failed }: Page): Promise<Response> {
  server.once("request", (request: IncomingMessage, response: ServerResponse) => {
    if (failed) channel("page.unavailable").publish({ requestId: request.headers["x-request-id"] })
    response.statusCode = status
    response.setHeader("content-type", "text/html; charset=utf-8")
    response.write("<html><body>")
    response.end("drawn by scripts</body></html>")
  })
  await once(server.listen(0, "127.0.0.1"), "listening")
  const { port } = server.address() as AddressInfo
  return fetch(`http://127.0.0.1:${port}/`, { headers: { "x-request-id": ID } })
}

test.each([401, 403])("a page that cannot be made is answered with 503 where Next says %i", async (status) => {
  const response = await answered({ status, failed: true })
  expect(response).toMatchObject({ status: 503, statusText: "Service Unavailable" })
  expect(response.headers.get("retry-after")).toBe("2")
})

test("a page that cannot be made has the emergency number for those who run no scripts", async () => {
  const text = await (await answered({ status: 403, failed: true })).text()
  expect(text).toMatch(/<body><noscript>.*<a href="tel:0800111999">0800 111 999<\/a>.*<\/noscript>drawn by scripts/s)
})

test.each([
  { status: 401, failed: false },
  { status: 403, failed: false },
  { status: 200, failed: true },
  { status: 303, failed: true },
])("anything else is answered as it was: %o", async (page) => {
  const response = await answered(page)
  expect(response.status).toBe(page.status)
  expect(response.headers.get("retry-after")).toBeNull()
  expect(await response.text()).not.toContain("noscript")
})
