import { errors, type JWTHeaderParameters, jwtVerify, SignJWT } from "jose"
import { env } from "@/lib/runtime/env"
import { remembered } from "./cache-verified"
import { keyFor, secrets } from "./secrets"

const ACCESS_SECONDS = 600
/** The clocks of two machines may differ by this much. */
const EARLY_SECONDS = 30
const TYPES = { access: "at+jwt", refresh: "rt+jwt" } as const

interface Claims {
  sessionId: string
  /** How often the family was rotated when this refresh token was made. */
  rotation: number
}

const PURPOSE = "tokens"

/** The key a token's header names among ours. Whatever else a header says about keys is not even read. */
function keyNamed({ kid }: JWTHeaderParameters): Buffer {
  const [current] = secrets()
  // Tokens made before keys had names name none.
  const named = kid === undefined ? current : secrets().find((it) => it.kid === kid)
  if (!named) throw new errors.JWKSNoMatchingKey()
  return keyFor(PURPOSE, named.secret)
}

const names = () => ({ issuer: env().APP_URL, audience: `${env().APP_URL}/api/v1` })

function sign(type: keyof typeof TYPES, { sessionId, rotation }: Claims, expires: Date | string): Promise<string> {
  const { issuer, audience } = names()
  const [{ kid, secret }] = secrets()
  return new SignJWT({ sid: sessionId, ...(type === "refresh" && { rot: rotation }) })
    .setProtectedHeader({ alg: "HS256", typ: TYPES[type], kid })
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setNotBefore(`${EARLY_SECONDS}s ago`)
    .setExpirationTime(expires)
    .sign(keyFor(PURPOSE, secret))
}

/** A short access token and the refresh token that replaces it, both naming one session. */
export async function issueTokens(claims: Claims, sessionEnds: Date) {
  return {
    accessToken: await sign("access", claims, `${ACCESS_SECONDS}s`),
    refreshToken: await sign("refresh", claims, sessionEnds),
    tokenType: "Bearer" as const,
    expiresIn: ACCESS_SECONDS,
  }
}

async function read(type: keyof typeof TYPES, token: string) {
  try {
    const rules = { algorithms: ["HS256"], typ: TYPES[type], requiredClaims: ["exp", "sid"], ...names() }
    const { payload } = await jwtVerify(token, keyNamed, rules)
    return payload
  } catch (thrown) {
    if (thrown instanceof errors.JOSEError || thrown instanceof TypeError) return undefined
    throw thrown
  }
}

/** The session an access token names, or nothing if it is not good. */
export const readAccessToken = remembered(async (token) => {
  const claims = await read("access", token)
  if (typeof claims?.sid !== "string" || !claims.exp) return undefined
  return { sessionId: claims.sid, expires: claims.exp }
})

export async function readRefreshToken(token: string): Promise<Claims | undefined> {
  const claims = await read("refresh", token)
  if (typeof claims?.sid !== "string" || typeof claims.rot !== "number") return undefined
  return { sessionId: claims.sid, rotation: claims.rot }
}
