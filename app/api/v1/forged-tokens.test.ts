import { createHmac, generateKeyPairSync, randomBytes } from "node:crypto"
import { exportJWK, SignJWT } from "jose"
import { beforeAll, expect, test } from "vitest"
import { keyFor, secrets } from "@/lib/identity/auth/secrets"
import { issueTokens } from "@/lib/identity/auth/tokens"
import type { Actor } from "@/lib/model/actor"
import { env } from "@/lib/runtime/env"
import { call } from "@/lib/testing/api"
import { makeActor } from "@/lib/testing/people"
import * as profile from "./profile/route"
import * as sessions from "./sessions/route"
import * as current from "./tokens/current/route"

let actor: Actor
beforeAll(async () => {
  actor = await makeActor("customer")
})

const [{ kid, secret }] = secrets()
const KEY = keyFor("tokens", secret)
const RSA = generateKeyPairSync("rsa", { modulusLength: 2048 })
const PUBLIC_PEM = RSA.publicKey.export({ type: "spki", format: "pem" })
const now = () => Math.floor(Date.now() / 1000)
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url")

const header = (changes: object = {}) => ({ alg: "HS256", typ: "at+jwt", kid, ...changes })
const claims = (changes: object = {}) => ({
  sid: actor.sessionId,
  iss: env().APP_URL,
  aud: `${env().APP_URL}/api/v1`,
  iat: now(),
  nbf: now(),
  exp: now() + 300,
  ...changes,
})
const tokens = () => issueTokens({ sessionId: actor.sessionId, rotation: 0 }, new Date(Date.now() + 60_000))
const signed = (inHeader: object, inClaims: object = {}, key: Parameters<SignJWT["sign"]>[0] = KEY) =>
  new SignJWT(claims(inClaims)).setProtectedHeader(header(inHeader)).sign(key)
/** Signs what the library would refuse to sign. */
function byHand(inHeader: object, inClaims: object = {}, key: string | Uint8Array = KEY): string {
  const content = `${base64(header(inHeader))}.${base64(claims(inClaims))}`
  return `${content}.${createHmac("sha256", key).update(content).digest("base64url")}`
}
const unsigned = (alg: string) => `${base64(header({ alg }))}.${base64(claims())}.`

async function changed(change: (parts: string[]) => string[]): Promise<string> {
  const { accessToken } = await tokens()
  return change(accessToken.split(".")).join(".")
}

/** Everything that is not a good access token, each as the whole Authorization header. */
const FORGERIES: Record<string, () => Promise<string> | string> = {
  "alg none": () => bearer(unsigned("none")),
  "alg None": () => bearer(unsigned("None")),
  "alg nOnE": () => bearer(unsigned("nOnE")),
  "alg none with a good signature": () => bearer(byHand({ alg: "none" })),
  "alg none, padded to three parts": () => bearer(`${unsigned("none")}AA`),
  "no alg": () => bearer(byHand({ alg: undefined })),
  "another key": () => bearer(signed({}, {}, randomBytes(32))),
  "an empty key": () => bearer(byHand({}, {}, "")),
  "the secret itself as key": () => bearer(byHand({}, {}, secret)),
  "the key of another purpose": () => bearer(byHand({}, {}, keyFor("seal", secret))),
  HS512: () => bearer(signed({ alg: "HS512" }, {}, Buffer.concat([KEY, KEY]))),
  "RS256 by a key of the sender": () => bearer(signed({ alg: "RS256" }, {}, RSA.privateKey)),
  "RS256 in the header, HS256 by our key": () => bearer(byHand({ alg: "RS256" })),
  "HS256 by a public key as if it were the secret": () => bearer(byHand({}, {}, PUBLIC_PEM)),
  "an unknown kid": () => bearer(signed({ kid: "somebody" })),
  "a kid that is a path": () => bearer(byHand({ kid: "../../dev/null" }, {}, "")),
  "a kid that is SQL": () => bearer(byHand({ kid: "' union select 'a" }, {}, "a")),
  "a kid that is no text": () => bearer(byHand({ kid: { toString: kid } })),
  "a kid that is null": () => bearer(byHand({ kid: null }, {}, "")),
  "no kid and another key": () => bearer(byHand({ kid: undefined }, {}, "a")),
  "jwk: a key sent along": async () =>
    bearer(signed({ alg: "RS256", jwk: await exportJWK(RSA.publicKey), kid: undefined }, {}, RSA.privateKey)),
  "jwk: a shared key sent along": () =>
    bearer(byHand({ jwk: { kty: "oct", k: Buffer.from("a").toString("base64url") } }, {}, "a")),
  "jku: a key to be fetched": () =>
    bearer(signed({ alg: "RS256", jku: "https://evil.example/jwks.json" }, {}, RSA.privateKey)),
  "x5u: a certificate to be fetched": () =>
    bearer(signed({ alg: "RS256", x5u: "https://evil.example/x.pem" }, {}, RSA.privateKey)),
  "an extension that must be understood": () => bearer(byHand({ crit: ["b64"], b64: false })),
  expired: () => bearer(signed({}, { exp: now() - 1 })),
  "never expiring": () => bearer(signed({}, { exp: undefined })),
  "an expiry that is no number": () => bearer(byHand({}, { exp: "9999999999" })),
  "not yet valid": () => bearer(signed({}, { nbf: now() + 60 })),
  "another audience": () => bearer(signed({}, { aud: "https://elsewhere.example" })),
  "no audience": () => bearer(signed({}, { aud: undefined })),
  "another issuer": () => bearer(signed({}, { iss: "https://elsewhere.example" })),
  "no issuer": () => bearer(signed({}, { iss: undefined })),
  "another type": () => bearer(signed({ typ: "JWT" })),
  "no type": () => bearer(signed({ typ: undefined })),
  "a refresh token": async () => bearer((await tokens()).refreshToken),
  "no session": () => bearer(signed({}, { sid: undefined })),
  "a session that is no id": () => bearer(signed({}, { sid: "' or true --" })),
  "a session that is no text": () => bearer(byHand({}, { sid: [actor.sessionId] })),
  "a session that never was": () => bearer(signed({}, { sid: "0198c5a0-0000-7000-8000-000000000001" })),
  "a role written into it": () =>
    bearer(changed(([h = "", , s = ""]) => [h, base64(claims({ role: "administrator" })), s])),
  "somebody else's session written into it": async () => {
    const { sessionId } = await makeActor("administrator")
    return bearer(changed(([h = "", , s = ""]) => [h, base64(claims({ sid: sessionId })), s]))
  },
  "a changed signature": () => bearer(changed(([h = "", c = "", s = ""]) => [h, c, s.split("").reverse().join("")])),
  "a signature cut off": () => bearer(changed(([h = "", c = ""]) => [h, c, ""])),
  "two parts": () => bearer(changed(([h = "", c = ""]) => [h, c])),
  "five parts": () => bearer(changed((parts) => [...parts, "AA", "AA"])),
  "claims that are no JSON": () => bearer(`${base64(header())}.bm90IEpTT04.AA`),
  "Bearer %": () => "Bearer %",
  "Bearer alone": () => "Bearer",
  "Bearer and blanks": () => "Bearer    ",
  "percent signs": () => "Bearer %00.%00.%00",
  "a very long token": () => `Bearer ${"a".repeat(7000)}.${"b".repeat(500)}.c`,
  "a good token and another word": async () => `${await bearer(tokens().then((it) => it.accessToken))} again`,
  "another scheme": async () => (await bearer(tokens().then((it) => it.accessToken))).replace("Bearer", "Basic"),
  nothing: () => "",
}

async function bearer(token: Promise<string> | string): Promise<string> {
  return `Bearer ${await token}`
}

const ask = (authorization: string) => call(profile.GET, "GET", { headers: { authorization } })

async function answerTo(authorization: string) {
  const response = await ask(authorization)
  const { requestId, ...body } = await response.json()
  expect(requestId).toBe(response.headers.get("x-request-id"))
  return { status: response.status, asks: response.headers.get("www-authenticate"), body }
}

test("a good token opens what the forged ones below do not", async () => {
  for (const good of [tokens().then((it) => it.accessToken), signed({}), byHand({})])
    expect(await (await ask(await bearer(good))).json()).toMatchObject({ id: actor.id })
})

test.each(Object.keys(FORGERIES))("%s: 401, and the same words as ever", async (name) => {
  expect(await answerTo((await FORGERIES[name]?.()) ?? "")).toEqual({
    status: 401,
    asks: "Bearer",
    body: {
      type: "about:blank",
      title: "Sign in to continue",
      status: 401,
      code: "unauthenticated",
      detail: "Send a valid access token or API key as 'Authorization: Bearer …'.",
    },
  })
})

test("a forged token changes nothing either", async () => {
  const headers = { authorization: await bearer(unsigned("none")) }
  for (const handler of [current.DELETE, sessions.DELETE])
    expect((await call(handler, "DELETE", { headers })).status).toBe(401)
  expect((await call(profile.GET, "GET", { actor })).status).toBe(200)
})
