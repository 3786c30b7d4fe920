import { once } from "node:events"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, expect, test } from "vitest"
import { actionBegun } from "@/lib/http/action-begun"
import { refuseMalformed } from "./refuse-malformed"
import { stampRequests } from "./stamp-requests"

let server: Server

/** Fails as Next does, after an action has begun or before. */
beforeAll(async () => {
  stampRequests()
  refuseMalformed()
  server = createServer(({ headers, url = "" }, response) => {
    if (url.includes("begun")) actionBegun(new Headers({ "x-request-id": String(headers["x-request-id"]) }))
    response.writeHead(url.includes("away") ? 503 : 500, { "content-type": "text/x-component" })
    response.write("Internal ")
    response.end("Server Error")
  }).listen(0, "127.0.0.1")
  await once(server, "listening")
})
afterAll(() => server.close())

async function answerTo(path: string, init: RequestInit): Promise<[number, string]> {
  const { port } = server.address() as AddressInfo
  const response = await fetch(`http://127.0.0.1:${port}${path}`, init)
  return [response.status, await response.text()]
}

const OURS = [500, "Internal Server Error"]
const THEIRS = [400, "This form cannot be read."]
const scripted = { method: "POST", headers: { "next-action": "40" }, body: "[" }
const plain = { method: "POST", headers: { "content-type": "multipart/form-data; boundary=x" }, body: "--x" }

test("what was sent as a form and cannot be read as one is refused as such", async () => {
  for (const form of [scripted, plain]) expect(await answerTo("/forgot", form)).toEqual(THEIRS)
})

test("what fails once an action has begun, or was no form, or waits for the database is ours", async () => {
  for (const form of [scripted, plain]) expect(await answerTo("/forgot?begun", form)).toEqual(OURS)
  expect(await answerTo("/forgot?away", plain)).toEqual([503, "Internal Server Error"])
  expect(await answerTo("/forgot", { method: "POST", body: "a=b" })).toEqual(OURS)
  expect(await answerTo("/api/v1/requests/1/attachments", plain)).toEqual(OURS)
  expect(await answerTo("/forgot", {})).toEqual(OURS)
})
