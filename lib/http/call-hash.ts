import { createHmac } from "node:crypto"
import { keyFor, secrets } from "@/lib/identity/auth/secrets"

/**
 * Hashes that stand for a call: by the present secret first, then by those before it. They are keyed, because bodies hold
 * passwords, and a plain hash of one could be tried out.
 */
export function callHashes(method: string, path: string, content: string): [string, ...string[]] {
  const call = JSON.stringify([method, path, content])
  const by = ({ secret }: { secret: string }) =>
    createHmac("sha256", keyFor("idempotency", secret)).update(call).digest("base64url")
  const [present, ...before] = secrets()
  return [by(present), ...before.map(by)]
}
