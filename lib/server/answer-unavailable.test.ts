import { once } from "node:events"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, afterEach, expect, test } from "vitest"
import { answerUnavailable } from "./answer-unavailable"

const stop = answerUnavailable()
const server = createServer()

afterAll(stop)

afterEach(() => {
  server.removeAllListeners("request")
  server.close()
})

/** What a client gets when the server answers with this status and type. */
async function answered(status: number, type: string): Promise<Response> {
  server.once("request", (_: IncomingMessage, response: ServerResponse) => {
    response.statusCode = status
    response.setHeader("content-type", type)
    response.end("said")
  })
  await once(server.listen(0, "127.0.0.1"), "listening")
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
}

test.each([401, 403])(
  "a page that Next answers with %i says that the service is unavailable, and when to come back",
  async (status) => {
    const response = await answered(status, "text/html; charset=utf-8")
    expect(response).toMatchObject({ status: 503, statusText: "Service Unavailable" })
    expect(response.headers.get("retry-after")).toBe("2")
    expect(await response.text()).toBe("said")
  },
)

test.each([
  [401, "application/problem+json"],
  [403, "text/plain; charset=utf-8"],
  [404, "text/html; charset=utf-8"],
  [200, "text/html; charset=utf-8"],
])("anything else is answered as it was: %i, %s", async (status, type) => {
  const response = await answered(status, type)
  expect(response.status).toBe(status)
  expect(response.headers.get("retry-after")).toBeNull()
})
