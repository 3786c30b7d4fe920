import { once } from "node:events"
import { type AddressInfo, connect, createServer, type Socket } from "node:net"
import { afterEach, expect, test } from "vitest"
import { Pool } from "@/db/pool"
import { inOneGo } from "@/db/transaction"
import { env } from "@/lib/env"

/** A way to the database that can be shut and opened again. */
async function doorToDatabase() {
  const { hostname, port } = new URL(env().DATABASE_URL)
  const through = new Set<Socket>()
  const door = { isOpen: true, refused: 0, url: "", shut, close }
  const server = createServer((near) => {
    if (!door.isOpen) {
      door.refused++
      return void near.destroy()
    }
    const far = connect(Number(port), hostname)
    for (const socket of [near, far]) through.add(socket.on("error", () => socket.destroy()))
    near.pipe(far).pipe(near)
  })
  await once(server.listen(0, "127.0.0.1"), "listening")
  const url = new URL(env().DATABASE_URL)
  url.port = String((server.address() as AddressInfo).port)
  door.url = url.href

  function shut() {
    door.isOpen = false
    for (const socket of through) socket.destroy()
  }
  function close() {
    shut()
    server.close()
  }
  return door
}

let door: Awaited<ReturnType<typeof doorToDatabase>>
let pool: Pool

afterEach(async () => {
  await pool.close()
  door.close()
})

test("everybody who waited for the database is served once it is back", async () => {
  door = await doorToDatabase()
  pool = new Pool(door.url, 4, { parsers: {}, serializers: {} })
  await pool.run("select 1")
  door.shut()
  await pool.run("select 1").catch(() => undefined)

  const two = [1, 2].map(() => ({ sql: "select 1", params: [] }))
  const waiting = [pool.run("select 1"), inOneGo(pool, two), inOneGo(pool, two)]
  const refusedBefore = door.refused
  await expect.poll(() => door.refused).toBeGreaterThan(refusedBefore + waiting.length)
  door.isOpen = true
  const reopened = performance.now()
  await Promise.all(waiting)
  expect(performance.now() - reopened).toBeLessThan(1500)
})
