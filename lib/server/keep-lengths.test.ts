import { once } from "node:events"
import { createServer, get, type IncomingMessage, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, expect, test } from "vitest"
import { BODY_LENGTH } from "@/lib/http/body-length"
import { keepLengths } from "./keep-lengths"

let server: Server

beforeAll(async () => {
  keepLengths()
  server = createServer((request, response) => {
    response.setHeader(BODY_LENGTH, ["6"])
    if (request.url === "/compressed") response.setHeader("content-encoding", "gzip")
    response.write("a n")
    response.end("ote")
  }).listen(0, "127.0.0.1")
  await once(server, "listening")
})
afterAll(() => server.close())

async function headersOf(path: string, method = "GET") {
  const { port } = server.address() as AddressInfo
  const [answer] = (await once(get({ port, path, method }), "response")) as [IncomingMessage]
  answer.resume()
  return answer.headers
}

test("the length that a handler names is the answer's, and its own header stays inside", async () => {
  for (const method of ["GET", "HEAD"]) {
    const headers = await headersOf("/", method)
    expect([headers["content-length"], headers["transfer-encoding"]]).toEqual(["6", undefined])
    expect(headers).not.toHaveProperty(BODY_LENGTH)
  }
})

test("what is compressed on the way has another length, which nobody knows", async () => {
  const headers = await headersOf("/compressed")
  expect(headers).not.toHaveProperty("content-length")
  expect(headers).not.toHaveProperty(BODY_LENGTH)
})
