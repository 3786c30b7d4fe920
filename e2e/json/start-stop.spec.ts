import { once } from "node:events"
import { existsSync } from "node:fs"
import { request as send } from "node:http"
import { connect, createServer } from "node:net"
import { answers, ask, expect, freePort, test } from "../launch"
import { AMARA, newPerson, PREMISES } from "../people"

const START = ["node", "lib/commands/start.mjs"]
// Development needs no build, and looks at its database in the same way.
const DEVELOP = [...START, "--dev"]
const SECRET = { AUTH_SECRET: "a secret of at least thirty-two letters" }

/** A registration whose body is on its way: the last letter comes when it is asked for. */
function slowRegistration(address: string, person: object) {
  const body = JSON.stringify(person)
  const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) }
  const request = send(`${address}/api/v1/accounts`, { method: "POST", headers })
  const answered = once(request, "response").then(([response]) => response.statusCode as number)
  request.write(body.slice(0, -1))
  return { answered, finish: () => request.end(body.slice(-1)), request }
}

test("a stop finishes what was asked before, takes nothing new, and takes less than ten seconds", async ({ start }) => {
  const app = await start()
  const registration = slowRegistration(app.address, { ...newPerson(), premises: PREMISES })
  await once(registration.request, "socket")
  expect(await answers(app.address)).toBe(true)

  const begun = Date.now()
  app.process.kill("SIGTERM")
  await expect.poll(() => answers(app.address)).toBe(false)
  registration.finish()
  expect(await registration.answered).toBe(202)
  expect(await app.ended).toBe(0)
  expect(Date.now() - begun).toBeLessThan(10_000)
})

test("whoever has connected before a stop is still answered", async ({ start }) => {
  const app = await start({ LOG_LEVEL: "info" })
  const { hostname, port } = new URL(app.address)
  const connection = connect(Number(port), hostname)
  await once(connection, "connect")
  app.process.kill("SIGTERM")
  await expect.poll(() => app.said().out, { intervals: [20] }).toContain('"stopping"')
  connection.write("GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
  const [answer] = (await once(connection, "data")) as [Buffer]
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 200 /)
  expect(await app.ended).toBe(0)
})

test("a request that never ends holds up a stop for ten seconds and no longer", async ({ start }) => {
  const app = await start()
  const registration = slowRegistration(app.address, {})
  registration.answered.catch(() => undefined)
  registration.request.on("error", () => undefined)
  await once(registration.request, "socket")
  expect(await answers(app.address)).toBe(true)

  const begun = Date.now()
  app.process.kill("SIGTERM")
  await app.ended
  // The stop itself waits ten seconds, and a busy machine is given some more.
  expect(Date.now() - begun).toBeLessThan(15_000)
})

test("killing the launcher outright leaves nothing in the way of the next start, and no data is lost", async ({
  start,
}) => {
  const killed = await start()
  const report = { safetyCheck: "gas_smell", premises: PREMISES }
  const post = (path: string, data: object) =>
    ask(`${killed.address}/api/v1${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(data),
    })
  const { statusPath } = (await (await post("/emergency-reports", report)).json()) as { statusPath: string }
  killed.process.kill("SIGKILL")
  await once(killed.process, "exit")

  const again = await start()
  expect(again.said().out).not.toContain("Building")
  expect((await ask(killed.address + statusPath)).status).toBe(200)
  const { email, password } = AMARA
  expect((await post("/tokens", { email, password })).status).toBe(201)
})

test("a second start is one line that says who has the database, on the same port or another", async ({
  run,
  start,
}) => {
  const first = await start()
  for (const port of [new URL(first.address).port, String(await freePort())]) {
    const { ended, said } = run(START, { PORT: port })
    expect(await ended).toBe(1)
    const who = `in use by the app at ${first.address} (process ${first.process.pid})`
    expect(said()).toEqual({ out: "", err: expect.stringMatching(/^The database in .+\n$/) })
    expect(said().err).toContain(who)
  }
  expect(await answers(first.address)).toBe(true)
})

for (const signal of ["SIGTERM", "SIGKILL"] as const)
  test(`npm run worker ends, and its database with it, when npm is sent ${signal}`, async ({ run, home }) => {
    const { process: npm, said, ended } = run(["npm", "run", "--silent", "worker"], { LOG_LEVEL: "info" })
    await expect.poll(() => said().out, { timeout: 60_000 }).toContain("the worker is ready")
    npm.kill(signal)
    // The worker holds the output open for as long as it lives.
    await ended
    expect(existsSync(`${home.folder}/postgres/cluster/postmaster.pid`)).toBe(false)
  })

test("a busy port is one line that says what to do", async ({ run }) => {
  const other = createServer().listen(0)
  await once(other, "listening")
  const { port } = other.address() as { port: number }
  const { ended, said } = run(START, { PORT: String(port) })
  expect(await ended).toBe(1)
  expect(said()).toEqual({ out: "", err: `Port ${port} is in use: stop the program using it, or set PORT.\n` })
  other.close()
})

test("a database that cannot be reached is one line that names it", async ({ run }) => {
  const port = await freePort()
  const url = `postgres://somebody:secret@127.0.0.1:${port}/gas`
  const { ended, said } = run(DEVELOP, { DATABASE_URL: url, ...SECRET })
  expect(await ended).toBe(1)
  expect(said()).toEqual({ out: "", err: expect.stringMatching(/^Database at 127\.0\.0\.1:\d+: .+\n$/) })
  expect(said().err).not.toContain("secret")
})

for (const command of [START, ["npm", "run", "--silent", "worker"], ["npm", "run", "--silent", "audit:verify"]])
  test(`in production ${command.join(" ")} makes up no database, secret or address`, async ({ run, home }) => {
    const { ended, said } = run(command, { NODE_ENV: "production", DATA_DIR: "" })
    expect(await ended).toBe(1)
    const missing =
      "Configuration: DATABASE_URL is missing; AUTH_SECRET is missing; APP_URL is missing; ATTACHMENTS_DIR is missing\n"
    expect(said()).toEqual({ out: "", err: missing })
    expect(existsSync(home.folder)).toBe(false)
  })

for (const command of [DEVELOP, ["npm", "run", "--silent", "db:seed"]])
  test(`the demo world is refused by ${command.join(" ")} in production on a database of its own`, async ({ run }) => {
    const url = `postgres://somebody:secret@127.0.0.1:${await freePort()}/gas`
    const { ended, said } = run(command, { NODE_ENV: "production", DEMO: "1", DATABASE_URL: url, ...SECRET })
    expect(await ended).toBe(1)
    expect(said().err).toMatch(/refused.*production.*\n$/i)
  })
