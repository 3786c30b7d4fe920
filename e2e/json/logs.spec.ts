import { ask, expect, test } from "../launch"
import { AMARA, PREMISES } from "../people"

const CONTROL = 'one\r\n{"level":"fatal","msg":"forged"}\u001b[2J'

test("the log tells no secret, and nobody who sends something writes a line of it", async ({ start }) => {
  const app = await start({ LOG_LEVEL: "trace" })
  const canary = (what: string) => `canary-${what}-${crypto.randomUUID()}`
  const secrets = new Set<string>()
  const secret = (what: string) => {
    const made = canary(what)
    secrets.add(made)
    return made
  }
  const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    ask(`${app.address}${path}`, {
      method,
      headers: { "content-type": "application/json", ...headers },
      body: body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body),
      redirect: "manual",
    })

  const email = "canary@example.test"
  const password = secret("password")
  await send("POST", "/api/v1/accounts", { name: "Ann", email, phone: "0151 496 0000", password, premises: PREMISES })
  await send("POST", "/api/v1/tokens", { email, password })
  const signedIn = await send("POST", "/api/v1/tokens", { email: AMARA.email, password: AMARA.password })
  const { accessToken = "", refreshToken = "" } = (await signedIn.json()) as Record<string, string>
  secrets.add(accessToken).add(refreshToken)
  const authorization = `Bearer ${accessToken}`
  await send(
    "PUT",
    "/api/v1/profile/password",
    { currentPassword: secret("wrong"), newPassword: secret("new") },
    { authorization },
  )
  const needs = (visitPassword: string, version: number) => ({ needs: [], visitPassword, version })
  for (const version of [1, 1, -1])
    await send("PUT", "/api/v1/profile/needs", needs(secret("visit"), version), { authorization })
  await send("POST", "/api/v1/tokens", { email, password: secret("guess") })
  await send("POST", "/api/v1/tokens/refresh", { refreshToken: secret("refresh") })
  await send("POST", "/api/v1/staff", { email, invitationCode: secret("code"), password: secret("staff") })
  await send("POST", "/api/v1/tokens", `{"email":"${email}","password":"${secret("broken")}"`)
  await send("GET", "/api/v1/profile", undefined, {
    authorization: `Bearer ${secret("bearer")}`,
    "x-api-key": secret("key"),
  })
  await send("GET", "/requests", undefined, { cookie: `session=${secret("cookie")}` })
  await send("GET", `/reset?token=${secret("reset")}`)
  await send("GET", `/verify?token=${secret("verify")}`)
  await send("POST", "/sign-in", `password=${secret("form")}`, { "content-type": "application/x-www-form-urlencoded" })
  await send("POST", "/sign-in", "x", { "next-action": secret("action"), "content-type": "text/plain" })
  await send("POST", "/sign-in", `--x\r\nContent-Disposition: form-data; name="${secret("part")}`, {
    "content-type": "multipart/form-data; boundary=x",
  })
  // What an attacker writes, wherever it could turn up in a log.
  await send("POST", "/api/v1/tokens", { email: CONTROL, password: CONTROL })
  await send("GET", `/${encodeURIComponent(CONTROL)}`)
  await send("GET", `/api/v1/requests/${encodeURIComponent(CONTROL)}`, undefined, { authorization })
  await send("GET", "/api/v1/categories", undefined, { "user-agent": "\u009b2J", "x-request-id": "%0d%0a" })

  const { out, err } = app.said()
  const said = out + err
  for (const it of secrets) if (it) expect(said.includes(it), it.slice(0, 20)).toBe(false)
  expect(said).not.toContain("\u001b[2J")
  const lines = said.split("\n").filter((line) => line.startsWith("{"))
  for (const line of lines) expect(JSON.parse(line)).not.toMatchObject({ msg: "forged" })
})
