import { join, resolve } from "node:path"
import { livingServer } from "@/db/embedded-server"
import { reachableFolder, serverUser } from "@/db/embedded-user"
import { ask, expect, test } from "../launch"
import { AMARA } from "../people"
import { browsing, formsIn } from "../signed-in"

const NUMBER = "0800 111 999"
/** A database that is only restarting is waited for, two seconds at most. */
const timeout = 10_000

test("while the database is away, pages and forms are soon answered with 503 and the emergency number", async ({
  start,
  home,
}) => {
  const { address } = await start()
  const amara = await browsing(address, AMARA)
  const [form = {}] = formsIn(await (await amara.get("/profile/edit")).text()).slice(-1)

  const server = livingServer(join(reachableFolder(resolve(home.folder, "postgres"), serverUser()), "cluster"))
  if (!server) throw new Error("The database of the app was not found.")
  process.kill(server.pid, "SIGQUIT")
  await expect.poll(async () => (await ask(`${address}/readyz`)).status).toBe(503)

  const unavailable = async (asked: () => ReturnType<typeof amara.get>) => {
    const answer = await asked()
    expect({ status: answer.status(), ...answer.headers() }).toMatchObject({ status: 503, "retry-after": "2" })
    expect(await answer.text()).toContain(NUMBER)
  }
  for (const path of ["/requests", "/requests/new", "/profile", "/desk", "/admin/staff"])
    await unavailable(() => amara.get(path, { maxRedirects: 0, timeout }))
  await unavailable(() => amara.post("/profile/edit", { multipart: form, headers: { origin: address }, timeout }))

  const open = await amara.get("/emergency")
  expect(open.status()).toBe(200)
  expect(await open.text()).toContain(NUMBER)
})
