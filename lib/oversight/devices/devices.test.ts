import { createDecipheriv, createECDH, createHmac, createPublicKey, hkdfSync, randomBytes, verify } from "node:crypto"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { eq } from "drizzle-orm"
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest"
import { db, one } from "@/db/client"
import { isAccountDeleted } from "@/db/errors"
import { accounts } from "@/db/schema/accounts"
import { deliveries, notifications, pushDevices, pushKeys } from "@/db/schema/notifications"
import { fileRequest } from "@/lib/dispatch/file-request"
import { endSession } from "@/lib/identity/sessions/end-session"
import { startSession } from "@/lib/identity/sessions/start-session"
import type { Actor } from "@/lib/model/actor"
import { makeNotifications } from "@/lib/oversight/notifications/make-notifications"
import { editPreferences } from "@/lib/oversight/notifications/preferences"
import { readNotifications } from "@/lib/oversight/notifications/read-notifications"
import { forgetJobs, makeJobsDue, runJobs, waitingJobs } from "@/lib/testing/jobs"
import { emptyDatabase, makeActor, requestToFile, someVisitor } from "@/lib/testing/people"
import { addDevice } from "./add-device"
import { listDevices } from "./list-devices"
import { readPushKeys } from "./push-keys"
import { removeDevice } from "./remove-device"

interface Taken {
  path: string
  headers: Record<string, string | string[] | undefined>
  body: Buffer
}

const taken: Taken[] = []
/** What the push service answers at each path; 201 unless it is said. */
const answers = new Map<string, number>()
const service = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on("data", (chunk: Buffer) => chunks.push(chunk))
  request.on("end", () => {
    const path = request.url ?? ""
    taken.push({ path, headers: request.headers, body: Buffer.concat(chunks) })
    response.writeHead(answers.get(path) ?? 201).end()
  })
})
let at = ""
let customer: Actor
let worker: Actor

beforeAll(async () => {
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve))
  const { port } = service.address() as AddressInfo
  at = `http://127.0.0.1:${port}`
  process.env.PUSH_SERVICES = `127.0.0.1:${port},.push.example`
})
beforeEach(async () => {
  await emptyDatabase()
  customer = await makeActor("customer")
  worker = await makeActor("staff")
  await makeNotifications()
  await makeNotifications()
})
afterEach(async () => {
  await forgetJobs()
  taken.length = 0
  answers.clear()
})
afterAll(() => void service.close())

/** A browser that can read what is sent to it. */
function browser(path: string) {
  const ecdh = createECDH("prime256v1")
  const publicKey = ecdh.generateKeys()
  const secret = randomBytes(16)
  const subscription = {
    endpoint: `${at}${path}`,
    publicKey: publicKey.toString("base64url"),
    authSecret: secret.toString("base64url"),
  }
  /** RFC 8291 and 8188, written out. */
  const read = (body: Buffer): Record<string, string> => {
    const salt = body.subarray(0, 16)
    const length = body[20] ?? 0
    const senderKey = body.subarray(21, 21 + length)
    const shared = ecdh.computeSecret(senderKey)
    const info = Buffer.concat([Buffer.from("WebPush: info\0"), publicKey, senderKey])
    const material = createHmac("sha256", createHmac("sha256", secret).update(shared).digest())
      .update(Buffer.concat([info, Buffer.from([1])]))
      .digest()
    const derive = (what: string, bytes: number) => Buffer.from(hkdfSync("sha256", material, salt, what, bytes))
    const sealed = body.subarray(21 + length)
    const cipher = createDecipheriv(
      "aes-128-gcm",
      derive("Content-Encoding: aes128gcm\0", 16),
      derive("Content-Encoding: nonce\0", 12),
    )
    cipher.setAuthTag(sealed.subarray(-16))
    const padded = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()])
    return JSON.parse(padded.subarray(0, padded.lastIndexOf(2)).toString())
  }
  return { subscription, read }
}

async function pushAll() {
  await makeNotifications()
  await makeJobsDue()
  await runJobs()
}

const statesOf = async () =>
  (await db.select().from(deliveries).where(eq(deliveries.channel, "push"))).map((it) => it.state)

test("a browser is told what happened, encrypted for it alone and signed with the key that it knows", async () => {
  const { subscription, read } = browser("/one")
  await addDevice(worker, subscription)
  const { id, reference } = await fileRequest(customer, requestToFile({ title: "Somebody typed this" }))
  await pushAll()
  expect(taken).toHaveLength(1)
  const { headers, body } = one(taken)
  expect(read(body)).toEqual({
    title: "Assigned to you",
    body: `${reference}, Meter fault`,
    tag: expect.any(String),
    url: `/desk/requests/${id}`,
  })
  expect(body.toString("latin1")).not.toContain(reference)
  expect(headers["content-encoding"]).toBe("aes128gcm")
  const { key } = await listDevices(worker)
  const [, token = "", named] = /^vapid t=([^,]+), k=(.+)$/.exec(String(headers.authorization)) ?? []
  expect(named).toBe(key)
  const [head = "", claims = "", signature = ""] = token.split(".")
  const point = Buffer.from(key, "base64url")
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((it) => it.toString("base64url"))
  const publicKey = createPublicKey({ key: { kty: "EC", crv: "P-256", x, y } as never, format: "jwk" })
  const isGood = verify(
    "sha256",
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  )
  expect(isGood).toBe(true)
  expect(JSON.parse(Buffer.from(claims, "base64url").toString())).toMatchObject({
    aud: at,
    sub: "mailto:no-reply@localhost",
  })
  expect(await statesOf()).toEqual(["sent"])
})

test.each([404, 410])("a browser whose service answers %i is forgotten", async (status) => {
  const [gone, there] = [browser("/gone"), browser("/there")]
  for (const { subscription } of [gone, there]) await addDevice(worker, subscription)
  answers.set("/gone", status)
  await fileRequest(customer, requestToFile())
  await pushAll()
  expect((await db.select().from(pushDevices)).map(({ endpoint }) => endpoint)).toEqual([`${at}/there`])
  expect(await statesOf()).toEqual(["sent"])
})

test("what no browser took is tried again under the same name, and what one took is not", async () => {
  const { subscription, read } = browser("/busy")
  await addDevice(worker, subscription)
  answers.set("/busy", 503)
  await fileRequest(customer, requestToFile())
  await pushAll()
  expect(await statesOf()).toEqual(["waiting"])
  answers.clear()
  await makeJobsDue()
  await runJobs()
  const tags = taken.map(({ body }) => read(body).tag)
  expect(tags).toHaveLength(2)
  expect(new Set(tags).size).toBe(1)
  expect(await statesOf()).toEqual(["sent"])
  expect(await waitingJobs()).toEqual([])
})

test("nothing is pushed that was read meanwhile or is not wished for; emergencies always are", async () => {
  const { subscription, read } = browser("/one")
  await addDevice(worker, subscription)
  await fileRequest(customer, requestToFile())
  await makeNotifications()
  await readNotifications(worker, {})
  await pushAll()
  expect(taken).toEqual([])
  await editPreferences(worker, { mail: [], push: [], quietFrom: "00:00", quietUntil: "23:59", version: 1 })
  await fileRequest(customer, requestToFile({ title: "Another" }))
  await pushAll()
  expect(taken).toEqual([])
  await fileRequest(customer, requestToFile({ category: "gas_leak" }))
  await makeNotifications()
  await runJobs()
  expect(taken.map(({ headers, body }) => [headers.urgency, read(body).title])).toEqual([
    ["high", "Emergency: acknowledge it now"],
  ])
  expect(await db.$count(notifications)).toBe(3)
})

test("the private key is sealed in the database and stays the same", async () => {
  const keys = await readPushKeys()
  expect(await readPushKeys()).toEqual(keys)
  expect(JSON.stringify(await db.select().from(pushKeys))).not.toContain(keys.privateKey)
})

test("messages go to push services alone", async () => {
  const { subscription } = browser("/one")
  for (const endpoint of [
    "https://evil.test/",
    "https://push.example/",
    "http://a.push.example/",
    "https://a.push.example@evil.test/",
    "http://127.0.0.1:1/",
    "file:///etc/passwd",
  ])
    await expect(addDevice(worker, { ...subscription, endpoint }), endpoint).rejects.toMatchObject({ code: "invalid" })
  await addDevice(worker, { ...subscription, endpoint: "https://a.push.example/x" })
})

test("a browser shows what its last user is told of, and can be removed by them alone", async () => {
  const { subscription } = browser("/shared")
  await addDevice(worker, subscription)
  const { id } = await addDevice(customer, subscription)
  expect((await listDevices(worker)).items).toEqual([])
  await expect(removeDevice(worker, { id })).rejects.toMatchObject({ code: "not_found" })
  await removeDevice(customer, { id })
  expect((await listDevices(customer)).items).toEqual([])
})

test("of an account the ten newest are kept", async () => {
  for (let i = 0; i < 12; i++) await addDevice(worker, browser(`/${i}`).subscription)
  const kept = (await db.select().from(pushDevices)).map(({ endpoint }) => endpoint.split("/").at(-1))
  expect(kept.sort()).toEqual(["10", "11", "2", "3", "4", "5", "6", "7", "8", "9"])
})

test("a browser whose session somebody has ended is forgotten, and a browser that is added again is not the surplus", async () => {
  const { id: sessionId } = await startSession(customer, "browser", someVisitor)
  const [lost, kept] = [{ ...customer, sessionId }, customer]
  await addDevice(lost, browser("/lost").subscription)
  await addDevice(kept, browser("/kept").subscription)
  await endSession(kept, { id: lost.sessionId })
  expect((await db.select().from(pushDevices)).map(({ endpoint }) => endpoint)).toEqual([`${at}/kept`])
  for (let i = 0; i < 10; i++) await addDevice(kept, browser(`/${i}`).subscription)
  const again = await addDevice(kept, browser("/0").subscription)
  await addDevice(kept, browser("/10").subscription)
  const left = await db.select().from(pushDevices)
  expect(left).toHaveLength(10)
  expect(left.map(({ id }) => id)).toContain(again.id)
})

test("nothing is added for an account that was deleted meanwhile", async () => {
  await db.update(accounts).set({ state: "deleted" }).where(eq(accounts.id, customer.id))
  const added = db
    .insert(pushDevices)
    .values({ accountId: customer.id, endpoint: at, publicKey: "", authSecret: "", name: "" })
  await expect(added).rejects.toSatisfy(isAccountDeleted)
})
