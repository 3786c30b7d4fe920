import { readFileSync, writeFileSync } from "node:fs"
import { request } from "@playwright/test"
import { ask, expect, test, untilUp } from "../launch"
import { AMARA } from "../people"
import { formsIn } from "../signed-in"

test("a new secret signs nobody out while the one before is kept, everybody when it is not, and loses no open form", async ({
  run,
  home: { port, folder },
}) => {
  const address = `http://localhost:${port}`
  const { email, password } = AMARA
  const file = `${folder}/auth-secret`
  const begin = async (previous: string) => {
    const app = run(["node", "lib/commands/start.mjs"], { APP_URL: address, AUTH_SECRET_PREVIOUS: previous })
    await untilUp(address)
    return async () => {
      app.process.kill("SIGTERM")
      await app.ended
    }
  }
  const get = (path: string, headers: Record<string, string>) => ask(`${address}${path}`, { headers })
  const post = (path: string, body: string | URLSearchParams, headers: Record<string, string> = {}) =>
    ask(`${address}${path}`, { method: "POST", body, headers, redirect: "manual" })
  const json = { "content-type": "application/json" }

  const browser = await request.newContext({ baseURL: address })
  /** The form of a page that was opened earlier, sent now. */
  const sendForm = async (form: Record<string, string>) => {
    const sent = await browser.post("/forgot", {
      multipart: { ...form, email },
      headers: { origin: address },
      maxRedirects: 0,
    })
    return [sent.status(), sent.headers().location]
  }

  let end = await begin("")
  const tokens = await (await post("/api/v1/tokens", JSON.stringify({ email, password }), json)).json()
  const csrf = await get("/api/auth/csrf", {})
  const { csrfToken } = await csrf.json()
  const form = new URLSearchParams({ email, password, csrfToken, json: "true" })
  const entered = await post("/api/auth/callback/credentials", form, { cookie: cookiesOf(csrf) })
  const cookie = cookiesOf(entered)
  const bearer = { authorization: `Bearer ${tokens.accessToken}` }
  const who = async () => [
    (await get("/api/v1/profile", bearer)).status,
    (await get("/api/v1/profile", { cookie })).status,
    (await (await get("/api/auth/session", { cookie })).json()).user?.name,
  ]
  expect(await who()).toEqual([200, 200, AMARA.name])
  const opened = formsIn(await (await browser.get("/forgot")).text()).at(-1) ?? {}
  await end()

  const old = readFileSync(file, "utf8")
  writeFileSync(file, old.split("").reverse().join(""))
  end = await begin(old)
  expect(await who()).toEqual([200, 200, AMARA.name])
  expect(await sendForm(opened)).toEqual([303, "/forgot/sent"])
  await end()

  await begin("")
  expect(await sendForm(opened)).toEqual([303, "/forgot/sent"])
  expect(await who()).toEqual([401, 401, undefined])
})

const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ")
