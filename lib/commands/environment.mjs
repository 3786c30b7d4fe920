import { randomBytes } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"

/** Variables already set win over `.env.local`, and that over `.env`, as Next itself reads them. */
export function readEnvFiles() {
  for (const file of [".env.local", ".env"]) {
    if (existsSync(file)) process.loadEnvFile?.(file)
  }
}

/** Whether nothing may be made up here: neither a database nor a secret. */
export const isStrict = () => process.env.NODE_ENV === "production" && process.env.DEMO !== "1"

/**
 * Completes the configuration: without DATABASE_URL the embedded database is started and a secret kept beside it, but
 * in production. `startEmbedded` is handed in because it needs installed packages, and this file must not.
 */
export async function prepareEnvironment(startEmbedded) {
  const folder = embeddedFolder()
  const embedded = folder && (await startEmbedded({ folder }))
  if (embedded) {
    process.env.DATABASE_URL = embedded.url
    process.env.AUTH_SECRET ??= secretIn(dataDir())
  }
  return embedded
}

const dataDir = () => resolve(process.env.DATA_DIR ?? ".data")

/** Where the embedded database is, unless another is named or has to be. */
export const embeddedFolder = () => (isStrict() || process.env.DATABASE_URL ? undefined : join(dataDir(), "postgres"))

function secretIn(folder) {
  const file = join(folder, "auth-secret")
  mkdirSync(folder, { recursive: true })
  if (!existsSync(file)) writeFileSync(file, randomBytes(48).toString("base64url"), { mode: 0o600 })
  return readFileSync(file, "utf8")
}
