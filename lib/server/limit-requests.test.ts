import { once } from "node:events"
import { createServer, type Server } from "node:http"
import { type AddressInfo, connect } from "node:net"
import { text } from "node:stream/consumers"
import { afterAll, beforeAll, expect, test } from "vitest"
import { limitRequests } from "./limit-requests"
import { stampRequests } from "./stamp-requests"

let server: Server
beforeAll(async () => {
  stampRequests()
  limitRequests((path) => (path === "/api/v1/tokens" ? ["OPTIONS", "POST"] : undefined), 100)
  server = createServer((request, response) => {
    request.resume().once("end", () => response.end(`${request.method} ${request.url}`))
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
})
afterAll(() => void server.close())

/** What is answered to these lines, until the connection ends. */
async function answerTo(...lines: string[]): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1")
  socket.write(lines.join("\r\n"))
  return text(socket)
}

test("TRACE is refused with the methods that there are", async () => {
  const answer = await answerTo("TRACE / HTTP/1.1", "Host: x", "Connection: close", "", "")
  expect(answer).toMatch(/^HTTP\/1.1 405 /)
  expect(answer).toMatch(/^allow: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS\r$/im)
})

test("a method that a path of the API does not know is refused with those it does", async () => {
  const answer = await answerTo("PUT /api/v1/tokens?a=b HTTP/1.1", "Host: x", "Connection: close", "", "")
  expect(answer).toMatch(/^HTTP\/1.1 405 /)
  expect(answer).toMatch(/^allow: OPTIONS, POST\r$/im)
  expect(answer).toContain('"code":"method_not_allowed"')
})

test("a body that does not arrive ends with its time", async () => {
  const answer = await answerTo("POST /api/v1/tokens HTTP/1.1", "Host: x", "Content-Length: 10", "", "{")
  expect(answer).toMatch(/^HTTP\/1.1 408 /)
})

test("a body that arrives is answered, also on a connection that stays", async () => {
  const post = ["POST / HTTP/1.1", "Host: x", "Content-Length: 2", "", "{}"]
  const answer = await answerTo(
    ...post.slice(0, -1),
    "{}POST /b HTTP/1.1",
    "Host: x",
    "Connection: close",
    "Content-Length: 0",
    "",
    "",
  )
  expect(answer).toMatch(/POST \/[\s\S]*POST \/b$/)
})

test.each([
  ["http://elsewhere.example/sign-in?a=b", "/sign-in?a=b"],
  ["HTTP://elsewhere.example", "/"],
  ["//elsewhere.example/x", "/elsewhere.example/x"],
  ["/\\elsewhere.example", "/elsewhere.example"],
  ["/plain//path", "/plain//path"],
])("the address %s is the path %s", async (address, path) => {
  const answer = await answerTo(`GET ${address} HTTP/1.1`, "Host: x", "Connection: close", "", "")
  expect(answer.endsWith(`GET ${path}`)).toBe(true)
})
