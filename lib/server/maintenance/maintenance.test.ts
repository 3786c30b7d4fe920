import { once } from "node:events"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { desc, eq } from "drizzle-orm"
import { afterAll, afterEach, beforeAll, expect, test } from "vitest"
import { db } from "@/db/client"
import { auditEntries, settings } from "@/db/schema/records"
import { telHref } from "@/lib/model/phone"
import { lookForMaintenance } from "@/lib/oversight/maintenance/maintenance-state"
import { getSettings } from "@/lib/oversight/settings/get-settings"
import { env } from "@/lib/runtime/env"
import { runCommand } from "@/lib/testing/command"
import { makeActor } from "@/lib/testing/people"
import { answerInMaintenance } from "./answer"

/** Requests that reached the app itself. */
const asked: { url: string | undefined; cookie: string | undefined }[] = []
const server = createServer(({ url, headers }, response) => {
  asked.push({ url, cookie: headers.cookie })
  response.end("the app")
})
let address = ""

beforeAll(async () => {
  answerInMaintenance()
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  await db.delete(settings)
  await lookForMaintenance()
  asked.length = 0
})
afterAll(() => server.close())

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${address}${path}`, { ...init, headers: { cookie: "session=secret", ...init.headers } })

test("while it is on, pages, forms and the API are answered with 503 and reach nothing; off, they are served", async () => {
  expect((await ask("/")).status).toBe(200)
  const until = new Date(Date.now() + 3_600_000).toISOString()
  const on = await runCommand("maintenance", ["on", "--until", until, "--message", "A <b>new</b> server."])
  expect(on, on.err).toMatchObject({ code: 0, out: expect.stringContaining("closed for maintenance") })
  await lookForMaintenance()
  asked.length = 0

  const page = await ask("/requests/new?x=1")
  expect(page.status).toBe(503)
  const html = await page.text()
  expect(html).toContain(`href="${telHref(env().EMERGENCY_PHONE)}"`)
  expect(html).toContain("A &#60;b&#62;new&#60;/b&#62; server.")
  expect(html).toContain("We expect to be back by")
  expect(Number(page.headers.get("retry-after"))).toBeGreaterThan(3000)
  expect(page.headers.get("content-security-policy")).toContain("default-src 'none'")

  const api = await ask("/api/v1/requests", { method: "POST", body: "x".repeat(300_000) })
  expect(api.status).toBe(503)
  expect(api.headers.get("content-type")).toBe("application/problem+json")
  expect(await api.json()).toMatchObject({
    code: "unavailable",
    detail: expect.stringContaining("A <b>new</b> server."),
  })
  expect((await ask("/", { method: "POST", headers: { "next-action": "x" } })).status).toBe(503)
  expect(asked).toEqual([])

  expect(await runCommand("maintenance", ["off"])).toMatchObject({ code: 0, out: "The app is open.\n" })
  await lookForMaintenance()
  expect((await ask("/")).status).toBe(200)
}, 60_000)

test("while it is on, what a smell of gas needs and what load balancers ask is served, to nobody in particular", async () => {
  await db.insert(settings).values({ name: "maintenance", value: {} })
  await lookForMaintenance()
  for (const path of ["/emergency", "/healthz", "/readyz", "/metrics", "/_next/static/chunks/a.js"]) {
    expect((await ask(path)).status, path).toBe(200)
    expect(asked.at(-1)).toEqual({ url: path, cookie: undefined })
  }
  for (const path of ["/emergency/x", "/healthzz", "/api/v1/emergencies"]) expect((await ask(path)).status).toBe(503)
})

test("turned on it is written down without its words, and leaves the settings as they were", async () => {
  const administrator = await makeActor("administrator")
  const { version: _, ...before } = await getSettings(administrator)
  await runCommand("maintenance", ["on", "--message", "Somebody wrote this"])
  const [entry] = await db.select().from(auditEntries).orderBy(desc(auditEntries.id)).limit(1)
  expect(entry).toMatchObject({ action: "setting.changed", subjectId: "maintenance", data: { from: false, to: true } })
  expect(JSON.stringify(entry)).not.toContain("wrote")
  expect(await getSettings(administrator)).toMatchObject(before)
  expect(await db.select().from(settings).where(eq(settings.name, "maintenance"))).toHaveLength(1)
})

test("said wrongly it changes nothing", async () => {
  for (const args of [[], ["perhaps"], ["on", "--until", "soon"], ["off", "--message", "x"]])
    expect(await runCommand("maintenance", args)).toMatchObject({ code: 1, out: "" })
  expect(await db.select().from(settings)).toEqual([])
}, 60_000)
