import { beforeEach, describe, expect, test } from "vitest"
import { z } from "zod"
import type { Actor } from "@/lib/model/actor"
import type { Operation } from "@/lib/model/operation"
import { callOperation, fieldsOf, OPERATIONS, sampleCall, takesJson } from "@/lib/testing/call-operation"
import { emptyDatabase, makeActor } from "@/lib/testing/people"
import { allRows, changesOf } from "@/lib/testing/rows"
import { knownTo, makeScene, ROLES_IN_SCENE, type Scene } from "@/lib/testing/scene"

type Body = Record<string, unknown>

const PLANTED_ID = "0badf00d-0000-7000-8000-000000000000"
const PLANTED_TIME = "1999-12-31T23:59:59.000Z"

/** Fields that nobody may set for themselves, each with its most harmful value. */
const forbidden = (victim: Actor): Body => ({
  role: "administrator",
  id: PLANTED_ID,
  status: "resolved",
  state: "active",
  priority: "emergency",
  assigneeId: victim.id,
  customerId: victim.id,
  accountId: victim.id,
  createdAt: PLANTED_TIME,
  emailVerifiedAt: PLANTED_TIME,
  usedAt: PLANTED_TIME,
  sessionId: victim.sessionId,
  passwordHash: "planted",
  openRequests: 0,
  scopes: ["requests:read", "requests:write"],
  // Written this way it is a member of its own and not the prototype of the object.
  ...JSON.parse('{"__proto__":{"role":"administrator","polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
})

/**
 * The effect of one call: its status, and every row that appeared or vanished, without the values that differ each
 * time.
 */
async function outcomeOf(op: Operation, role: keyof Scene["people"], plant: (body: Body, victim: Actor) => Body) {
  await emptyDatabase()
  const scene = await makeScene()
  const victim = await makeActor("customer")
  const actor = op.access === "public" ? undefined : scene.people[role]
  const call = sampleCall(op, await knownTo(op, actor, scene))
  const before = await allRows()
  const response = await callOperation(op, actor, { ...call, body: plant(call.body as Body, victim) })
  const { added, removed } = changesOf(before, await allRows())
  const known = new Map(Object.entries(scene.people).map(([name, { id }]) => [id, name]))
  known.set(victim.id, "the victim").set(victim.sessionId, "the victim's session").set(PLANTED_ID, "the planted id")
  return { status: response.status, added: added.map(normal(known)).sort(), removed: removed.map(normal(known)).sort() }
}

/** Columns that the database numbers itself. */
const COUNTED = ["id", "number", "turn", "load_change", "chosen", "at"]

/** Ids become whose they are, moments become their year, and secrets only that there is one. */
const normal = (known: Map<string, string>) => (row: Body) =>
  JSON.stringify(row, (key, value) => {
    if (typeof value === "number" && COUNTED.includes(key)) return "a number"
    if (typeof value !== "string") return value
    // One letter for each member of staff that there has ever been.
    if (key === "fates") return value.replaceAll(".", "")
    if (/^\d{4}-\d\d-\d\dT/.test(value)) return value.slice(0, 4)
    if (/(hash|sealed|secret|prefix|reference|token)/.test(key) && value !== "planted") return "a secret"
    return value.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => known.get(id) ?? "an id")
  })

/** Puts the members into an object and into each object within, wherever the contract has no such field itself. */
function planted(schema: unknown, body: Body, members: Body): Body {
  const inner = unwrapped(schema)
  const shape: Record<string, unknown> = inner instanceof z.ZodObject ? inner.shape : {}
  const entries = Object.entries(body).map(([name, value]) => [
    name,
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? planted(shape[name], value as Body, members)
      : value,
  ])
  const foreign = Object.entries(members).filter(([name]) => !Object.hasOwn(shape, name))
  return Object.fromEntries([...entries, ...foreign])
}

function unwrapped(schema: unknown): unknown {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable
    ? unwrapped(schema.unwrap())
    : schema
}

describe("what a contract does not name is ignored or refused", () => {
  beforeEach(emptyDatabase)

  const writable = OPERATIONS.filter(([, op]) => takesJson(op))

  test.each(writable)("%s", async (_, op) => {
    const roles = op.access === "public" ? (["customer"] as const) : ROLES_IN_SCENE
    for (const role of roles) {
      const plain = await outcomeOf(op, role, (body) => body)
      const hostile = await outcomeOf(op, role, (body, victim) => planted(fieldsOf(op), body, forbidden(victim)))
      if (hostile.status === 400) expect(hostile).toEqual({ status: 400, added: [], removed: [] })
      else expect(hostile, role).toEqual(plain)
      expect({}).not.toHaveProperty("polluted")
    }
  })
})
