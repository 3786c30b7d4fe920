import { secrets } from "./secrets"

const MOST = 5_000

export interface Checked {
  sessionId: string
  /** Seconds since 1970. */
  expires: number
}

/**
 * Remembers which sealed strings have been checked, until they expire: a signature does not change between two calls,
 * and checking it again costs more than the call itself. Whether the session still lives is looked up every time, and
 * with other secrets everything is checked anew.
 */
export function remembered(check: (sealed: string) => Promise<Checked | undefined>) {
  const good = new Map<string, Checked>()
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
