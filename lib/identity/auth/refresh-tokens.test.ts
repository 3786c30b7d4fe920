import { decodeJwt, decodeProtectedHeader, SignJWT } from "jose"
import { afterEach, expect, test } from "vitest"
import { env } from "@/lib/runtime/env"
import { startWith } from "@/lib/testing/secrets"
import { deviceCookie, knownDevice } from "./device-cookie"
import { keyFor, secrets } from "./secrets"
import { openSessionCookie, readSessionCookie, sealSessionCookie } from "./session-cookie"
import { issueTokens, readAccessToken, readRefreshToken } from "./tokens"

const OLD = env().AUTH_SECRET
const NEW = "the secret that replaces it, just as long as the other"
const sessionId = "0198c5a0-0000-7000-8000-000000000001"
const tokens = () => issueTokens({ sessionId, rotation: 3 }, new Date(Date.now() + 60_000))
const here = { address: "192.0.2.7", device: "A test" }

afterEach(() => startWith(OLD))

test("each token says by which key it is signed, and no secret", async () => {
  const { accessToken, refreshToken } = await tokens()
  const kids = [accessToken, refreshToken].map((token) => decodeProtectedHeader(token).kid)
  expect(new Set(kids)).toEqual(new Set([secrets()[0].kid]))
  expect(OLD).not.toContain(kids[0])
})

test("each token says from when to when it is good", async () => {
  const { accessToken, refreshToken } = await tokens()
  for (const token of [accessToken, refreshToken]) {
    const { nbf = Number.NaN, iat = Number.NaN, exp = Number.NaN } = decodeJwt(token)
    expect(iat - nbf).toBe(30)
    expect(exp).toBeGreaterThan(iat)
  }
})

test("a new secret signs nobody out: cookies, tokens and known browsers of the old one stay good", async () => {
  const { accessToken, refreshToken } = await tokens()
  const cookie = await sealSessionCookie(sessionId)
  const device = deviceCookie(here, "an account")
  startWith(NEW, OLD)
  expect(await readAccessToken(accessToken)).toBe(sessionId)
  expect(await readRefreshToken(refreshToken)).toEqual({ sessionId, rotation: 3 })
  expect(await openSessionCookie(cookie.value)).toBe(sessionId)
  expect(await readSessionCookie(`a=b; ${cookie.name}=${cookie.value}; c=d`)).toBe(sessionId)
  expect(knownDevice({ ...here, cookies: `${device.name}=${device.value}` }, "an account")).toBeTruthy()
})

test("what is made after the change is signed with the new secret", async () => {
  const [{ kid: before }] = secrets()
  startWith(NEW, OLD)
  const { accessToken } = await tokens()
  const { value } = await sealSessionCookie(sessionId)
  expect(decodeProtectedHeader(accessToken).kid).not.toBe(before)
  startWith(NEW)
  expect(await readAccessToken(accessToken)).toBe(sessionId)
  expect(await openSessionCookie(value)).toBe(sessionId)
})

test("a retired secret's cookies and tokens are dead, also those that were found good before", async () => {
  const { accessToken, refreshToken } = await tokens()
  const { value } = await sealSessionCookie(sessionId)
  const device = deviceCookie(here, "an account")
  expect([await readAccessToken(accessToken), await openSessionCookie(value)]).toEqual([sessionId, sessionId])
  startWith(NEW)
  expect(await readAccessToken(accessToken)).toBeUndefined()
  expect(await readRefreshToken(refreshToken)).toBeUndefined()
  expect(await openSessionCookie(value)).toBeUndefined()
  expect(knownDevice({ ...here, cookies: `${device.name}=${device.value}` }, "an account")).toBeUndefined()
})

test("tokens made before keys had names are checked with the present one", async () => {
  const { APP_URL } = env()
  const unnamed = new SignJWT({ sid: sessionId, iss: APP_URL, aud: `${APP_URL}/api/v1` })
    .setProtectedHeader({ alg: "HS256", typ: "at+jwt" })
    .setExpirationTime("1m")
  expect(await readAccessToken(await unnamed.sign(keyFor("tokens", OLD)))).toBe(sessionId)
})
