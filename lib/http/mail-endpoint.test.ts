import { beforeAll, beforeEach, expect, test } from "vitest"
import { POST } from "@/app/api/v1/inbound-mails/route"
import { db } from "@/db/client"
import { inboundMails } from "@/db/schema/inbound-mails"
import { fileRequest } from "@/lib/dispatch/file-request"
import { call } from "@/lib/testing/api"
import { answerTo } from "@/lib/testing/inbound-mails"
import { type KeyHolder, makeKey } from "@/lib/testing/keys"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"

let server: KeyHolder

beforeAll(() => {
  process.env.MAIL_REPLY_ADDRESS = "replies@utility.example"
})
beforeEach(async () => {
  await emptyDatabase()
  await db.delete(inboundMails)
  await makeActor("administrator")
  server = await makeKey({ scopes: ["mails:write"] })
})

const send = (raw: Uint8Array<ArrayBuffer> | string, type = "message/rfc822", headers = {}) =>
  call(POST, "POST", { actor: server, form: new Blob([raw], { type }), headers })

test("an answer is taken, and the same again is answered the same", async () => {
  const customer = await makeActor("customer")
  const request = await fileRequest(customer, requestToFile())
  const raw = new Uint8Array(answerTo(request, customer))
  const first = await send(raw)
  expect(first.status).toBe(201)
  const taken = await first.json()
  expect(taken).toMatchObject({ outcome: "sent", reason: null, requestId: request.id })
  expect(await (await send(raw)).json()).toEqual(taken)
  const key = { "idempotency-key": "a-key" }
  expect(await (await send(raw, "message/rfc822", key)).json()).toEqual(taken)
  expect((await send(raw, "message/rfc822", key)).headers.get("idempotency-replayed")).toBe("true")
  expect((await send("From: a@b.example\r\n\r\nx", "message/rfc822", key)).status).toBe(422)
})

test.each([
  ["30 MB", "x".repeat(30_000_000), "message/rfc822", 413],
  ["JSON", "{}", "application/json", 415],
  ["nothing", "", "message/rfc822", 400],
])("%s is refused", async (_, raw, type, status) => {
  const response = await send(raw, type)
  expect(response.status).toBe(status)
  expect(response.headers.get("content-type")).toBe("application/problem+json")
  expect(await db.$count(inboundMails)).toBe(0)
})

test("10 MB are taken", async () => {
  const line = `${Buffer.alloc(57, 65).toString("base64")}\r\n`
  const head = "From: a@b.example\r\nContent-Type: image/png; name=a.png\r\nContent-Transfer-Encoding: base64\r\n\r\n"
  const response = await send(`${head}${line.repeat(Math.floor((10_000_000 - head.length) / line.length))}`)
  expect(await response.json()).toMatchObject({ outcome: "kept", reason: "unknown_address" })
})
