import { randomUUID } from "node:crypto"
import { startDatabase } from "./server"

/**
 * `npx tsx bench/keyed-calls.ts`: what sending a request costs since calls can name an `Idempotency-Key`: without one, with one,
 * repeated with one, and through an endpoint that knows no keys; in turns, the median of each.
 */
const ROUNDS = Number(process.argv[2] ?? 1000)

const database = await startDatabase()
process.env.DATABASE_URL = database.url
process.env.AUTH_SECRET = "a secret of the benchmark, long enough to sign with"
process.env.LOG_LEVEL = "silent"
process.env.FILINGS_PER_HOUR = "100000"
const { closeDatabase } = await import("@/db/pools")
const { fileRequest } = await import("@/lib/dispatch/file-request")
const { callerOf } = await import("@/lib/http/authenticate")
const { endpoint } = await import("@/lib/http/endpoint")
const { parse } = await import("@/lib/http/parse")
const { readSent } = await import("@/lib/http/read-input")
const { issueTokens } = await import("@/lib/identity/auth/tokens")
const { requestOperations } = await import("@/lib/requests/operations")
const { makeActor, requestToFile } = await import("@/lib/testing/people")
type Handler = Pick<ReturnType<typeof endpoint>, never> &
  ((request: Request, context: typeof NOWHERE) => Promise<Response>)

const NOWHERE = { params: Promise.resolve({}) }

/** What an endpoint does, without a thought of keys. */
const plain: typeof endpoint = (op, verb) => async (request, context) => {
  const caller = await callerOf(op, request)
  const { raw, unknown } = await readSent(op, request, context)
  const row = await verb(caller, parse(op.input, raw, unknown))
  return new Response(JSON.stringify(op.output.parse(row)), { status: op.status })
}

const median = (times: number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

async function measure(name: string, token: string, body: unknown, [keyless, keyed]: [Handler, Handler]) {
  const send = async (handler: Handler, key?: string) => {
    const headers = {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      ...(key && { "idempotency-key": key }),
    }
    const request = new Request("http://localhost/api/v1/x", { method: "POST", headers, body: JSON.stringify(body) })
    const began = performance.now()
    const response = await handler(request, NOWHERE)
    await response.text()
    if (!response.ok) throw new Error(`${name} is answered ${response.status}.`)
    return performance.now() - began
  }
  let last = ""
  const ways: Record<string, () => Promise<number>> = {
    "an endpoint without keys": () => send(keyless),
    "no key": () => send(keyed),
    "a new key": () => {
      last = randomUUID()
      return send(keyed, last)
    },
    "the key again": () => send(keyed, last),
  }
  const times = new Map(Object.keys(ways).map((way): [string, number[]] => [way, []]))
  for (let round = 0; round < ROUNDS; round++) {
    const order =
      round % 2
        ? Object.entries(ways)
        : [...Object.entries(ways).slice(0, 2).toReversed(), ...Object.entries(ways).slice(2)]
    for (const [way, run] of order) times.get(way)?.push(await run())
  }
  for (const [way, all] of times)
    console.log(`${name.padEnd(20)} ${way.padEnd(26)} ${median(all.slice(ROUNDS / 10)).toFixed(3)} ms`)
}

try {
  const tokenOf = async ({ sessionId }: { sessionId: string }) =>
    (await issueTokens({ sessionId, rotation: 0 }, new Date(Date.now() + 3_600_000))).accessToken
  const customer = await makeActor("customer")
  await measure("sending a request", await tokenOf(customer), requestToFile(), [
    plain(requestOperations.fileRequest, fileRequest),
    endpoint(requestOperations.fileRequest, fileRequest),
  ])
} finally {
  await closeDatabase()
  await database.stop()
}
