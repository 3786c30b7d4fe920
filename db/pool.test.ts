import { once } from "node:events"
import { type AddressInfo, connect, createServer, Socket } from "node:net"
import { afterEach, expect, test, vi } from "vitest"
import { Pool } from "@/db/pool"
import { inOneGo } from "@/db/transaction"
import { env } from "@/lib/env"

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

let door: Awaited<ReturnType<typeof doorToDatabase>>
let pool: Pool

afterEach(async () => {
  vi.restoreAllMocks()
  await pool.close()
  door.shut()
})

test("everybody who waited for the database is served once it is back", async () => {
  door = await doorToDatabase()
  pool = new Pool(door.url, 4, { parsers: {}, serializers: {} })
  await pool.run("select 1")
  door.shut()
  await pool.run("select 1").catch(() => undefined)

  const attempts = vi.spyOn(Socket.prototype, "connect")
  const two = [1, 2].map(() => ({ sql: "select 1", params: [] }))
  const waiting = [pool.run("select 1"), inOneGo(pool, two), inOneGo(pool, two)]
  await expect.poll(() => attempts.mock.calls.length).toBeGreaterThan(waiting.length)
  await door.open()
  const reopened = performance.now()
  await Promise.all(waiting)
  expect(performance.now() - reopened).toBeLessThan(1500)
})
