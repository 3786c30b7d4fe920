import { secrets } from "./secrets"

const MOST = 5_000

interface Verified {
  sessionId: string
  /** Seconds since 1970. */
  expires: number
}

/**
 * Caches which cookies or tokens have a good signature, until they expire: verifying one again would cost more than the
 * call it comes with. Whether the session is still live is looked up every time. When the secrets change, the cache is
 * emptied.
 * @param check verifies one string; nothing when it is not good
 */
export function cacheVerified(check: (sealed: string) => Promise<Verified | undefined>) {
  const good = new Map<string, Verified>()
  let checkedWith: unknown
  return async (sealed: string): Promise<string | undefined> => {
    if (checkedWith !== secrets()) good.clear()
    checkedWith = secrets()
    const known = good.get(sealed)
    if (known && known.expires > Date.now() / 1000) return known.sessionId
    const checked = await check(sealed)
    if (good.size >= MOST) good.clear()
    if (checked) good.set(sealed, checked)
    return checked?.sessionId
  }
}
