import { errors, type JWTHeaderParameters, jwtVerify, SignJWT } from "jose"
import { env } from "@/lib/runtime/env"
import { cacheVerified } from "./cache-verified"
import { keyFor, secrets } from "./secrets"

const ACCESS_SECONDS = 600
/** How far the clocks of two machines may differ. */
const EARLY_SECONDS = 30
const TYPES = { access: "at+jwt", refresh: "rt+jwt" } as const

interface Claims {
  sessionId: string
  /** How often the session's tokens had been refreshed when this refresh token was made. */
  rotation: number
}

const PURPOSE = "tokens"

/** Finds the key that a token's header names among our own. Nothing else in the header about keys is read. */
function keyNamed({ kid }: JWTHeaderParameters): Buffer {
  const [current] = secrets()
  // Tokens from before keys had ids name none.
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

/**
 * Signs an access token for ten minutes and a refresh token that lasts as long as the session. Both name the session, so
 * ending it ends them.
 */
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

/** Reads the session's id from an access token; nothing when it is not good. */
export const readAccessToken = cacheVerified(async (token) => {
  const claims = await read("access", token)
  if (typeof claims?.sid !== "string" || !claims.exp) return undefined
  return { sessionId: claims.sid, expires: claims.exp }
})

/** Reads session and rotation from a refresh token; nothing when it is not good. */
export async function readRefreshToken(token: string): Promise<Claims | undefined> {
  const claims = await read("refresh", token)
  if (typeof claims?.sid !== "string" || typeof claims.rot !== "number") return undefined
  return { sessionId: claims.sid, rotation: claims.rot }
}
