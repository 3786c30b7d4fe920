import { beforeEach, describe, expect, test } from "vitest"
import { z } from "zod"
import type { Actor } from "@/lib/model/actor"
import type { Operation } from "@/lib/model/operation"
import { callOperation, fieldsOf, OPERATIONS, sampleCall, takesJson } from "@/lib/testing/call-operation"
import { emptyDatabase, makeActor } from "@/lib/testing/people"
import { allRows, changesOf } from "@/lib/testing/rows"
import { knownTo, makeScene } from "@/lib/testing/scene"

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

/** The errors of one call, and every row that appeared or vanished. */
async function outcomeOf(op: Operation, plant: (body: Body, victim: Actor) => Body) {
  await emptyDatabase()
  const scene = await makeScene()
  const victim = await makeActor("customer")
  const actor = op.access === "public" ? undefined : scene.people.customer
  const call = sampleCall(op, await knownTo(op, actor, scene))
  const before = await allRows()
  const response = await callOperation(op, actor, { ...call, body: plant(call.body as Body, victim) })
  const { errors = [] } = (await response.json()) as { errors?: { path: string }[] }
  return { status: response.status, named: errors.map(({ path }) => path), ...changesOf(before, await allRows()) }
}

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

describe("what a contract does not name is refused by its name, and nothing is done", () => {
  beforeEach(emptyDatabase)

  const writable = OPERATIONS.filter(([, op]) => takesJson(op))

  test.each(writable)("%s", async (_, op) => {
    const fields = fieldsOf(op)
    const outcome = await outcomeOf(op, (body, victim) => planted(fields, body, forbidden(victim)))
    expect(outcome).toMatchObject({ status: 400, added: [], removed: [] })
    const foreign = Object.keys(forbidden(await makeActor("customer"))).filter((name) => !(name in fields.shape))
    expect(outcome.named).toEqual(expect.arrayContaining(foreign.filter((name) => name !== "__proto__")))
    expect({}).not.toHaveProperty("polluted")
  })

  test.each(OPERATIONS)("%s takes no parameter that it does not name", async (_, op) => {
    const scene = await makeScene()
    const actor = op.access === "public" ? undefined : scene.people.customer
    const sent = sampleCall(op, await knownTo(op, actor, scene))
    const query = `${sent.query ?? "?"}&custmerId=${PLANTED_ID}`
    const response = await callOperation(op, actor, { ...sent, query })
    expect(response.status).toBe(400)
    const { errors } = (await response.json()) as { errors: { path: string }[] }
    expect(errors.map(({ path }) => path)).toContain("custmerId")
  })
})
