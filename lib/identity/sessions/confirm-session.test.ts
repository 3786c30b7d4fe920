import { eq, sql } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { POST as createKey } from "@/app/api/v1/keys/route"
import { POST as confirmation } from "@/app/api/v1/profile/confirmation/route"
import { db } from "@/db/client"
import { auditEntries } from "@/db/schema/records"
import { sessions } from "@/db/schema/sessions"
import type { Actor } from "@/lib/model/actor"
import { call } from "@/lib/testing/api"
import { emptyDatabase, makeActor, PASSWORD, someVisitor } from "@/lib/testing/people"
import { codeAt, enrol } from "@/lib/testing/two-factor"
import { startSession } from "./start-session"

let administrator: Actor

beforeEach(async () => {
  await emptyDatabase()
  administrator = await makeActor("administrator")
})

/** So long ago did the administrator last show who they are. */
const shownAgo = (minutes: number) =>
  db
    .update(sessions)
    .set({ confirmedAt: sql`now() - make_interval(mins => ${minutes})` })
    .where(eq(sessions.id, administrator.sessionId))

const key = { name: "Call centre", scopes: ["requests:read"], reach: "utility" }
const change = (headers = {}) => call(createKey, "POST", { actor: administrator, body: key, headers })
const confirm = (body: object) => call(confirmation, "POST", { actor: administrator, body })
const actions = async () =>
  (await db.select().from(auditEntries).where(eq(auditEntries.subjectId, administrator.id))).map(
    ({ action, data }) => ({ action, ...(data as object) }),
  )

describe("what only administrators may change", () => {
  test("takes the password or a code again after a quarter of an hour, and the answer says where", async () => {
    await shownAgo(14)
    expect((await change()).status).toBe(201)
    await shownAgo(16)
    const refused = await change()
    expect(refused.status).toBe(403)
    expect(await refused.json()).toMatchObject({
      code: "confirmation_required",
      detail: expect.stringContaining("POST /api/v1/profile/confirmation"),
    })
    const confirmed = await confirm({ currentPassword: PASSWORD })
    expect(confirmed.status).toBe(200)
    const { until } = (await confirmed.json()) as { until: string }
    expect(Date.parse(until) - Date.now()).toBeGreaterThan(14 * 60_000)
    expect((await change()).status).toBe(201)
    expect(await actions()).toEqual([{ action: "account.confirmed", by: "password" }])
  })

  test("a session from before sessions noted it has to be confirmed", async () => {
    await db.update(sessions).set({ confirmedAt: null })
    expect((await change()).status).toBe(403)
  })

  test("a refused call is not answered the same by its Idempotency-Key once it is confirmed", async () => {
    await shownAgo(16)
    const headers = { "idempotency-key": "a key of the test" }
    expect((await change(headers)).status).toBe(403)
    await confirm({ currentPassword: PASSWORD })
    expect((await change(headers)).status).toBe(201)
  })
})

describe("showing who one is", () => {
  test("takes a code of the app as well, once", async () => {
    const { secret } = await enrol(administrator)
    await shownAgo(16)
    const code = codeAt(secret, Date.now())
    expect((await confirm({ code })).status).toBe(200)
    expect((await change()).status).toBe(201)
    expect((await confirm({ code })).status).toBe(400)
    expect(await actions()).toContainEqual({ action: "account.confirmed", by: "code" })
  })

  test("wants one of both, and says which is wrong; wrong ones are written down and limited", async () => {
    await shownAgo(16)
    for (const wrong of [{}, { currentPassword: "not this one" }])
      expect(await (await confirm(wrong)).json()).toMatchObject({ status: 400, errors: [{ path: "currentPassword" }] })
    expect(await (await confirm({ code: "000000" })).json()).toMatchObject({ status: 400, errors: [{ path: "code" }] })
    expect((await change()).status).toBe(403)
    expect(await actions()).toEqual([{ action: "account.password_refused" }, { action: "account.code_refused" }])
    for (let tries = 1; tries < 10; tries++) await confirm({ currentPassword: "not this one" })
    expect((await confirm({ currentPassword: PASSWORD })).status).toBe(429)
  })

  test("counts for this session only", async () => {
    const before = administrator
    const other = { ...administrator, sessionId: (await startSession(administrator, "browser", someVisitor)).id }
    await db.update(sessions).set({ confirmedAt: null })
    await confirm({ currentPassword: PASSWORD })
    administrator = other
    expect((await change()).status).toBe(403)
    administrator = before
    expect((await change()).status).toBe(201)
  })
})
