import { eq, sql } from "drizzle-orm"
import { v7 } from "uuid"
import { beforeEach, describe, expect, test } from "vitest"
import { z } from "zod"
import { db, transaction } from "@/db/client"
import { attachments, serviceRequests } from "@/db/schema/requests"
import { idempotencyKeys, throttles } from "@/db/schema/sessions"
import { fileRequest } from "@/lib/dispatch/file-request"
import { createKey } from "@/lib/identity/keys/create-key"
import { keyOperations } from "@/lib/identity/keys/operations"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { operation } from "@/lib/model/operation"
import { applyRetentionNow } from "@/lib/oversight/privacy/apply-retention-job"
import { attachFiles } from "@/lib/requests/attachments/attach-files"
import { attachmentOperations } from "@/lib/requests/attachments/operations"
import { requestOperations } from "@/lib/requests/operations"
import { call } from "@/lib/testing/api"
import { emptyDatabase, makeActor, requestToFile } from "@/lib/testing/people"
import { endpoint } from "./endpoint"
import { uploadEndpoint } from "./upload-endpoint"

const POST = endpoint(requestOperations.fileRequest, fileRequest)
const KEY = "idempotency-key"

let actor: Actor
beforeEach(async () => {
  await emptyDatabase()
  await db.delete(idempotencyKeys)
  actor = await makeActor("customer")
})

const file = (key: string, changes: Parameters<typeof requestToFile>[0] = {}, by = actor) =>
  call(POST, "POST", { actor: by, body: requestToFile(changes), headers: { [KEY]: key } })
const filed = () => db.$count(serviceRequests)
/** As a process leaves it that is killed before it has answered, long enough ago. */
const loseAnswers = () =>
  db.update(idempotencyKeys).set({ status: null, body: null, leasedUntil: sql`now() - interval '1 second'` })

describe("a call that names an idempotency key", () => {
  test("is answered byte for byte as before when it is repeated, and done once", async () => {
    const first = await file("a")
    const again = await file("a")
    expect([first.status, again.status]).toEqual([201, 201])
    expect(first.headers.get("idempotency-replayed")).toBeNull()
    expect(again.headers.get("idempotency-replayed")).toBe("true")
    expect(again.headers.get("content-type")).toBe(first.headers.get("content-type"))
    expect(await again.text()).toBe(await first.text())
    expect(await filed()).toBe(1)
  })

  test("is refused when the key was sent with another body", async () => {
    await file("a")
    const other = await file("a", { title: "Another title" })
    expect([other.status, await other.json()]).toMatchObject([422, { code: "key_reused" }])
    expect(await filed()).toBe(1)
  })

  test("shares its key with nobody else's", async () => {
    await file("a")
    expect((await file("a", {}, await makeActor("customer"))).headers.get("idempotency-replayed")).toBeNull()
    expect(await filed()).toBe(2)
  })

  test("is done once when ten are sent at once", async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => file("a")))
    const statuses = answers.map(({ status }) => status)
    expect(await filed()).toBe(1)
    expect(statuses.filter((status) => status === 201).length).toBeGreaterThan(0)
    expect(new Set(statuses)).toSatisfy((all: Set<number>) => [...all].every((it) => it === 201 || it === 409))
    for (const answer of answers) if (answer.status === 409) expect(answer.headers.get("retry-after")).toBe("2")
    const firsts = answers.filter(
      ({ status, headers }) => status === 201 && headers.get("idempotency-replayed") === null,
    )
    expect(firsts).toHaveLength(1)
  })

  test("finds the request that it has filed when its process was killed before the answer", async () => {
    const first = await file("a")
    await loseAnswers()
    const again = await file("a")
    expect([again.status, await again.text()]).toEqual([201, await first.text()])
    expect(await filed()).toBe(1)
  })

  test("waits for the process that runs it", async () => {
    await file("a")
    await db.update(idempotencyKeys).set({ status: null, leasedUntil: sql`now() + interval '5 seconds'` })
    const again = await file("a")
    expect([again.status, again.headers.get("retry-after")]).toEqual([409, "2"])
  })

  test("is done anew after a day", async () => {
    await file("a")
    await db.update(idempotencyKeys).set({ expiresAt: sql`now() - interval '1 second'` })
    expect((await file("a", { title: "Another title" })).status).toBe(201)
    expect(await filed()).toBe(2)
  })

  test("keeps no answer and no password in clear", async () => {
    await file("a", { title: "Nobody may read this" })
    const [row] = await db.select().from(idempotencyKeys)
    expect(JSON.stringify(row)).not.toContain("Nobody may read this")
    expect(row?.caller).toBe(`account:${actor.id}`)
  })

  test.each(["", "x".repeat(256), "caf\u00e9", "a\tb"])("is refused with the key “%s”", async (key) => {
    expect((await file(key)).status).toBe(400)
    expect(await filed()).toBe(0)
  })

  test("keeps the answer to what it may not do, and not that to a failure of ours", async () => {
    const wrong = await file("a", { title: "" })
    const again = await file("a", { title: "" })
    expect([wrong.status, again.status, again.headers.get("idempotency-replayed")]).toEqual([400, 400, "true"])
    expect(await again.text()).toBe(await wrong.text())
    const tries: number[] = []
    const op = operation({ ...requestOperations.fileRequest, output: z.object({ tries: z.number() }) })
    const THRICE = endpoint(op, async () => {
      tries.push(1)
      if (tries.length === 1) throw new Error("a bug")
      if (tries.length === 2) throw new AppError("too_many_requests", "Later.", { retryAfter: 1 })
      return { tries: tries.length }
    })
    const send = () => call(THRICE, "POST", { actor, body: requestToFile(), headers: { [KEY]: "b" } })
    const statuses = [await send(), await send(), await send(), await send()].map(({ status }) => status)
    expect([statuses, tries.length]).toEqual([[500, 429, 201, 201], 3])
  })
})

const counting = operation({
  ...requestOperations.fileRequest,
  example: undefined,
  input: z.object({}),
  output: z.object({ made: z.number() }),
})
const count = (end: (made: { made: number }) => Promise<{ made: number }> = async (it) => it) =>
  endpoint(counting, async () => {
    const made = await transaction(async (tx) => {
      await tx.insert(throttles).values({ key: v7(), tries: 1, endsAt: new Date() })
      return { made: 1 }
    })
    return end(made)
  })
const things = () => db.$count(throttles)

describe("the answer that a transaction gives", () => {
  test("is kept in it, so that it is there when the process is killed after the commit", async () => {
    const send = (handler = count()) => call(handler, "POST", { actor, body: {}, headers: { [KEY]: "t" } })
    const broken = await send(
      count(async () => {
        throw new Error("killed")
      }),
    )
    expect(broken.status).toBe(500)
    const again = await send()
    expect([again.status, await again.json(), again.headers.get("idempotency-replayed")]).toEqual([
      201,
      { made: 1 },
      "true",
    ])
    expect(await things()).toBe(1)
  })

  test("undoes what another process has done meanwhile", async () => {
    const other = endpoint(counting, async () =>
      transaction(async (tx) => {
        await tx.insert(throttles).values({ key: v7(), tries: 1, endsAt: new Date() })
        await db.update(idempotencyKeys).set({ status: 201 })
        return { made: 2 }
      }),
    )
    expect((await call(other, "POST", { actor, body: {}, headers: { [KEY]: "t" } })).status).toBe(409)
    expect(await things()).toBe(0)
  })
})

describe("an upload that names an idempotency key", () => {
  const UPLOAD = uploadEndpoint(attachmentOperations.attachFiles, attachFiles)

  let id: string
  beforeEach(async () => {
    ;({ id } = await fileRequest(actor, requestToFile()))
  })
  const send = (...files: [name: string, content: string | Buffer][]) => {
    const form = new FormData()
    for (const [name, content] of files) form.append("files", new File([new Uint8Array(Buffer.from(content))], name))
    return call(UPLOAD, "POST", { actor, params: { id }, form, headers: { [KEY]: "u" } })
  }

  test("is kept once when it is repeated, whatever boundary it is sent with", async () => {
    const first = await send(["note.txt", "The meter is in the hall."], ["more.txt", "By the door."])
    const again = await send(["note.txt", "The meter is in the hall."], ["more.txt", "By the door."])
    expect([first.status, again.status, again.headers.get("idempotency-replayed")]).toEqual([201, 201, "true"])
    expect(await again.text()).toBe(await first.text())
    expect(await db.$count(attachments)).toBe(2)
  })

  test.each<[string, [string, string][]]>([
    ["other words of the same length", [["note.txt", "The meter is in the loft."]]],
    ["another name", [["nota.txt", "The meter is in the hall."]]],
    [
      "the same words in two files",
      [
        ["note.txt", "The meter is in "],
        ["note.txt", "the hall."],
      ],
    ],
    [
      "one file more",
      [
        ["note.txt", "The meter is in the hall."],
        ["note.txt", "The meter is in the hall."],
      ],
    ],
  ])("is refused when the key was sent with other files: %s", async (_, files) => {
    expect((await send(["note.txt", "The meter is in the hall."])).status).toBe(201)
    const other = await send(...files)
    expect([other.status, await other.json()]).toMatchObject([422, { code: "key_reused" }])
    expect(await db.$count(attachments)).toBe(1)
  })

  test("that was refused before it was read to its end can be sent again, also as another", async () => {
    expect((await send(["virus.exe", Buffer.from([0x4d, 0x5a, 0x90, 0x00, 0x03])])).status).toBe(415)
    expect((await send(["note.txt", "The meter is in the hall."])).status).toBe(201)
  })
})

describe("kept answers", () => {
  test("that hold a secret are sealed, and give it again", async () => {
    const administrator = await makeActor("administrator")
    const CREATE = endpoint(keyOperations.createKey, createKey)
    const body = { name: "Call centre", scopes: ["requests:read"], reach: "utility" }
    const create = () => call(CREATE, "POST", { actor: administrator, body, headers: { [KEY]: "k" } })
    const [first, again] = [await (await create()).text(), await (await create()).text()]
    expect(again).toBe(first)
    const { secret } = JSON.parse(first)
    expect(secret).toBeTruthy()
    expect(JSON.stringify(await db.select().from(idempotencyKeys))).not.toContain(secret)
  })

  test("are removed hourly once their day is over", async () => {
    await file("old")
    await file("new")
    await db
      .update(idempotencyKeys)
      .set({ expiresAt: sql`now() - interval '1 second'` })
      .where(eq(idempotencyKeys.key, "old"))
    await applyRetentionNow({}, new Date("2026-01-01T12:00:00Z"))
    expect((await db.select().from(idempotencyKeys)).map(({ key }) => key)).toEqual(["new"])
  })
})
