import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { db } from "@/db/client"
import { throttles } from "@/db/schema/sessions"
import type { Actor } from "@/lib/model/actor"
import type { Operation } from "@/lib/model/operation"
import { log } from "@/lib/runtime/log"
import {
  callOperation,
  fieldsOf,
  isWrite,
  OPERATIONS,
  oneFile,
  oneMail,
  type Sent,
  sampleCall,
  takesJson,
} from "./call-operation"
import { emptyDatabase } from "./people"
import { sampleOf, waysInto, withChanged } from "./sample"
import { knownTo, makeScene, ROLES_IN_SCENE } from "./scene"

const TEXTS = [
  "",
  "\u0000",
  "a NUL \u0000 within",
  "half a pair \ud800",
  "\udfff the other half",
  "\u001b[31mred",
  "two\r\nlines",
  "\u202eright to left",
  "'; drop table accounts; --",
  "__proto__",
  "2147483648",
  "9223372036854775808",
  "-1",
  "00000000-0000-0000-0000-000000000000",
  "long ".repeat(50_000),
]
const NUMBERS = [2 ** 31, 2 ** 63, -1, 0, -(2 ** 63), 1e308, 0.1]
const SHAPES: unknown[] = [null, true, [], {}, [[]], [null], { $ne: null }, { length: 1e9 }, { toString: 1 }]
const QUERIES = [
  "?%00=%00",
  "?%ff%fe=%c3%28",
  "?limit=%ff",
  "?after=%00",
  "?__proto__=1&constructor=1&hasOwnProperty=1",
  "?limit=1&limit=2&after=&after=",
  `?${"x=1&".repeat(2_000)}`,
]
const HEADERS: Record<string, string[]> = {
  authorization: ["", "Bearer", "Bearer ..", "Bearer a.b.c", `Bearer ${"a".repeat(20_000)}`, "Basic Og==", "\u00ff"],
  cookie: ["session", "session=", "session=%00", "session=..;session=..", "__Host-session=e30.e30", "\u00ff=\u00fe"],
  "x-request-id": ["", "\u00ff", "x".repeat(10_000), "<script>"],
  "x-forwarded-for": ["", ",,,", "\u00ff", "'", "1".repeat(10_000), "-1"],
  "user-agent": ["", "\u00ff\u0080", "u".repeat(10_000), "'"],
  "content-type": ["", "text/html", "application/json; charset=utf-16", "multipart/form-data", "\u00ff", "/;;="],
  "content-length": ["-1", "1e9", "9223372036854775808", "0x10", "NaN", ""],
  "sec-fetch-site": ["\u00ff", ""],
  origin: ["\u00ff", "//", "null"],
}

const failures = vi.spyOn(log, "error")

let someone = 0
/** Each try comes from a place of its own and finds nothing counted, so that the last one's failure neither refuses nor delays it. */
async function answerOf(op: Operation, actor: Actor | undefined, sent: Sent): Promise<number> {
  if (op.access === "public") await db.delete(throttles)
  const headers = { "x-forwarded-for": `198.18.${++someone >> 8}.${someone & 255}`, ...sent.headers }
  const response = await callOperation(op, actor, { ...sent, headers })
  const tried = `${op.method} ${op.path} ${JSON.stringify(sent).slice(0, 300)}`
  expect(response.status, tried).toBeLessThan(500)
  expect(failures, tried).not.toHaveBeenCalled()
  if (response.status >= 400) {
    expect(response.headers.get("content-type"), tried).toBe("application/problem+json")
    const { requestId } = (await response.json()) as { requestId?: string }
    expect(response.headers.get("x-request-id"), tried).toBe(requestId)
  } else await response.body?.cancel()
  return response.status
}

/** Somebody whose valid call gets furthest, in a world where it has not been made yet. */
async function worldFor(op: Operation) {
  const best: { status: number; role?: (typeof ROLES_IN_SCENE)[number] } = { status: Number.POSITIVE_INFINITY }
  for (const role of op.access === "public" ? [] : ROLES_IN_SCENE) {
    const scene = await makeScene()
    const actor = scene.people[role]
    const status = await answerOf(op, actor, sampleCall(op, await knownTo(op, actor, scene)))
    if (status < best.status) Object.assign(best, { status, role })
    if (best.status < 300) break
  }
  return async () => {
    const scene = await makeScene()
    const actor = best.role && scene.people[best.role]
    return { actor, call: sampleCall(op, await knownTo(op, actor, scene)) }
  }
}

/** Ways to spoil a valid call: one thing in it replaced, for each thing and each hostile value; of headers, two by turn. */
function* spoilers(op: Operation, turn: number, valid: Sent): Generator<(call: Sent) => Sent> {
  const strings = [...TEXTS, ...NUMBERS].map(String)
  if (takesJson(op))
    for (const way of waysInto(valid.body))
      for (const value of [...TEXTS, ...NUMBERS, ...SHAPES])
        yield (call) => ({ ...call, body: withChanged(call.body, way, value) })
  else if (!op.body) {
    for (const name of Object.keys(fieldsOf(op).shape))
      for (const value of strings) yield (call) => ({ ...call, query: `?${new URLSearchParams([[name, value]])}` })
    for (const query of QUERIES) yield (call) => ({ ...call, query })
  } else
    for (const name of TEXTS) yield (call) => ({ ...call, form: op.body === "mail" ? oneMail(name) : oneFile(name) })
  for (const name of Object.keys(valid.params ?? {}))
    for (const value of strings) yield (call) => ({ ...call, params: { ...call.params, [name]: value } })
  // All operations read headers in the same way: each is sent two values of each header, in turn, so that all are sent often.
  for (const [name, values] of Object.entries(HEADERS))
    for (const value of [0, 1].map((i) => values[(2 * turn + i) % values.length]))
      if (value !== undefined) yield (call) => ({ ...call, headers: { [name]: value } })
}

/** Tests of one half of all operations: each half takes as long as several other files together. */
export function sendWhatever(half: 0 | 1): void {
  beforeEach(emptyDatabase)
  afterEach(() => failures.mockClear())
  const operations = OPERATIONS.filter((_, i) => i % 2 === half)

  test.each(operations)("%s has a valid call to begin with", (_, op) => {
    expect(op.input.safeParse(sampleOf(op.input)).error?.issues).toBeUndefined()
  })

  test.each(operations)("%s", { timeout: 120_000 }, async (_, op) => {
    const renewed = await worldFor(op)
    let { actor, call } = await renewed()
    for (const spoil of spoilers(
      op,
      operations.findIndex(([, it]) => it === op),
      call,
    )) {
      const status = await answerOf(op, actor, spoil(call))
      // What was done changes the world, and the next try would find it so.
      if (status < 300 && isWrite(op) && actor) ({ actor, call } = await renewed())
    }
  })
}
