import { once } from "node:events"
import { type AddressInfo, connect, createServer, Socket } from "node:net"
import { setImmediate } from "node:timers/promises"
import { afterEach, expect, test, vi } from "vitest"
import { sqlState } from "@/db/errors"
import { Pool } from "@/db/pool"
import { env } from "@/lib/runtime/env"
import { inOneGo } from "./driver-transaction"

/** A way to the database that can be shut and opened again. */
async function doorToDatabase() {
  const { hostname, port } = new URL(env().DATABASE_URL)
  const through = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    for (const socket of [near, far]) through.add(socket.on("error", () => socket.destroy()))
    near.pipe(far).pipe(near)
  })
  await once(server.listen(0, "127.0.0.1"), "listening")
  const address = server.address() as AddressInfo
  const url = new URL(env().DATABASE_URL)
  url.port = String(address.port)
  return {
    url: url.href,
    open: () => once(server.listen(address.port, "127.0.0.1"), "listening"),
    shut: () => {
      server.close()
      for (const socket of through) socket.destroy()
    },
  }
}

const terms = {
  url: env().DATABASE_URL,
  parsers: { parsers: {}, serializers: {} },
  statementTimeout: 4000,
  deadline: 4500,
  readsOnly: false,
  pooled: false,
}
const SLEEP = "select pg_sleep(30)"

const codeOf = (work: Promise<unknown>) => work.then(() => "answered", sqlState)

let door: Awaited<ReturnType<typeof doorToDatabase>> | undefined
let pool: Pool

afterEach(async () => {
  vi.restoreAllMocks()
  await pool.close()
  door?.shut()
})

test("everybody who waited for the database is served once it is back", async () => {
  const way = await doorToDatabase()
  door = way
  pool = new Pool({ ...terms, url: way.url }, { most: 4, shared: 3, longestWait: 3000 })
  await pool.run("select 1")
  way.shut()
  await pool.run("select 1").catch(() => undefined)

  const attempts = vi.spyOn(Socket.prototype, "connect")
  const two = [1, 2].map(() => ({ sql: "select 1", params: [] }))
  const waiting = [pool.run("select 1"), inOneGo(pool, two), inOneGo(pool, two)]
  await expect.poll(() => attempts.mock.calls.length).toBeGreaterThan(waiting.length)
  await way.open()
  const reopened = performance.now()
  await Promise.all(waiting)
  expect(performance.now() - reopened).toBeLessThan(1500)
})

test("a read behind somebody else's slow statement is answered before that is", async () => {
  pool = new Pool(terms, { most: 2, shared: 1, longestWait: 3000 })
  await pool.run("select 1")
  let isOver = false
  const slow = codeOf(pool.run(SLEEP)).finally(() => {
    isOver = true
  })
  expect(await pool.read("select 'seen' as look")).toEqual([{ look: "seen" }])
  expect(isOver).toBe(false)
  expect(await slow).toBe("57014")
})

test("slow statements fail alone, and their connection carries what others sent on it", async () => {
  pool = new Pool({ ...terms, statementTimeout: 400, deadline: 600 }, { most: 2, shared: 1, longestWait: 3000 })
  await pool.run("select 1")
  const [first, second, last] = [pool.run(SLEEP), pool.run(SLEEP), pool.run("select 1")]
  expect(await Promise.all([first, second, last].map(codeOf))).toEqual(["57014", "08006", "08006"])
  await expect.poll(() => pool.stats()).toMatchObject({ inUse: 0, idle: 1, lost: 0 })
})

test("a pool tells how it is used", async () => {
  pool = new Pool(terms, { most: 1, shared: 0, longestWait: 500 })
  await pool.run("select 1")
  expect(pool.stats()).toMatchObject({ inUse: 0, idle: 1, waiting: 0 })
  const before = pool.stats().waited
  const slow = pool.run("select pg_sleep(1.5)")
  const refused = codeOf(pool.run("select 1"))
  expect(pool.stats()).toMatchObject({ inUse: 1, idle: 0, waiting: 1, waited: before + 1 })
  expect(await refused).toBe("53300")
  await slow
  expect(pool.stats()).toMatchObject({ inUse: 0, idle: 1, waiting: 0, refused: 1, lost: 0 })
})

test("an answer that came while the process was busy is no answer that is overdue", async () => {
  pool = new Pool({ ...terms, deadline: 500 }, { most: 2, shared: 1, longestWait: 3000 })
  await pool.run("select 1")
  const asked = pool.run("select 1 as answer")
  await setImmediate()
  const until = performance.now() + 1500
  while (performance.now() < until);
  expect(await asked).toEqual([{ answer: 1 }])
})
