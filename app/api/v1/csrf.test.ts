import { beforeEach, describe, expect, test } from "vitest"
import {
  callOperation,
  cookieOf,
  isRead,
  isWrite,
  OPERATIONS,
  sampleCall,
  takesJson,
} from "@/lib/testing/call-operation"
import { FOREIGN, HOST } from "@/lib/testing/foreign"
import { emptyDatabase } from "@/lib/testing/people"
import { allRows, changesOf } from "@/lib/testing/rows"
import { knownTo, makeScene, ROLES_IN_SCENE } from "@/lib/testing/scene"

const NOTHING = { added: [], removed: [] }

describe("another site cannot use somebody's cookie", () => {
  beforeEach(emptyDatabase)

  test.each(OPERATIONS.filter(([, op]) => isWrite(op) && op.access === "account"))("%s", async (_, op) => {
    const scene = await makeScene()
    for (const role of ROLES_IN_SCENE) {
      const actor = scene.people[role]
      const call = sampleCall(op, await knownTo(op, actor, scene))
      const before = await allRows({ except: [] })
      for (const [from, headers] of Object.entries(FOREIGN)) {
        const sent = { ...call, headers: { host: HOST, cookie: await cookieOf(actor), ...headers } }
        expect((await callOperation(op, undefined, sent)).status, `${role}, ${from}`).toBe(403)
      }
      expect(changesOf(before, await allRows({ except: [] })), role).toEqual(NOTHING)
    }
  })
})

describe("what a plain form of another site can send is no JSON, and refused", () => {
  beforeEach(emptyDatabase)

  test.each(OPERATIONS.filter(([, op]) => takesJson(op)))("%s", async (_, op) => {
    const scene = await makeScene()
    const { params, body } = sampleCall(op, await knownTo(op, undefined, scene))
    const before = await allRows({ except: [] })
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]) {
      const sent = { params, form: new Blob([JSON.stringify(body)], { type }) }
      const actor = op.access === "public" ? undefined : scene.people.administrator
      expect((await callOperation(op, actor, sent)).status, type).toBe(415)
    }
    expect(changesOf(before, await allRows({ except: [] }))).toEqual(NOTHING)
  })
})

describe("reading changes nothing", () => {
  beforeEach(emptyDatabase)

  test.each(OPERATIONS.filter(([, op]) => isRead(op)))("%s", async (_, op) => {
    const scene = await makeScene()
    for (const role of ROLES_IN_SCENE) {
      const actor = scene.people[role]
      const call = sampleCall(op, await knownTo(op, actor, scene))
      const before = await allRows()
      const response = await callOperation(op, actor, call)
      await response.body?.cancel()
      expect(changesOf(before, await allRows()), role).toEqual(NOTHING)
    }
  })
})
