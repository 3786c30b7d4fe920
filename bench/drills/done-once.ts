import { randomUUID } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import postgres from "postgres"
import { startApp } from "./app"
import { customer, fileRequest } from "./customer"

const FILINGS = 500
const AT_ONCE = 16
const KILLS = 10
/** Where these requests are, and those of no other drill. */
const STREET = "500 Once Street"
/** Between kills at least, so that each hits filings under way. */
const FILED_BETWEEN = 40

/**
 * The app is killed over and over while requests are filed by a client that repeats each call, with the same idempotency
 * key, until it is answered: there is one request for each, and it is the one that the client was told of.
 */
export async function doneOnce(url: string): Promise<boolean> {
  // Each start has a port of its own; tokens are for one address.
  const start = () => startApp(url, { APP_URL: "http://drill.test" })
  let app = await start()
  const headers = await customer(app.address, url)
  const told: string[] = []
  const refused: Record<number, number> = {}
  let tries = 0
  let next = 0

  const fileOne = async () => {
    const key = randomUUID()
    for (;;) {
      tries++
      const answer = await fileRequest(app.address, { ...headers, "idempotency-key": key }, "maintenance", STREET)
      if (answer.reference) return void told.push(answer.reference)
      refused[answer.status] = (refused[answer.status] ?? 0) + 1
      await sleep(answer.status === 409 ? 1000 : 50)
    }
  }
  const client = async () => {
    while (next++ < FILINGS) await fileOne()
  }
  const clients = Array.from({ length: AT_ONCE }, client)
  for (let kill = 1; kill <= KILLS; kill++) {
    while (told.length < kill * FILED_BETWEEN) await sleep(5)
    app.kill()
    app = await start()
  }
  await Promise.all(clients)
  await app.stop()

  const sql = postgres(url, { max: 1 })
  const rows = await sql<{ reference: string }[]>`
    select reference from service_requests where premises ->> 'line1' = ${STREET}`
  const [repeated] = await sql<{ count: number }[]>`
    select count(*)::int from service_requests where premises ->> 'line1' = ${STREET} and id not in (
      select resource_id from idempotency_keys)`
  await sql.end()
  const kept = new Set(rows.map(({ reference }) => reference))
  const lost = told.filter((reference) => !kept.has(reference)).length
  console.log(
    `done once: ${KILLS} times kill -9; ${FILINGS} filings in ${tries} tries (${JSON.stringify(refused)} by status, 0 for no answer):`,
    `${rows.length} requests, ${new Set(told).size} told, ${lost} lost, ${repeated?.count} without their key`,
  )
  return rows.length === FILINGS && new Set(told).size === FILINGS && lost === 0 && repeated?.count === 0
}
