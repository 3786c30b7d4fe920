import { randomUUID } from "node:crypto"
import { z } from "zod"
import type { Visitor } from "@/lib/model/actor"
import { seal, unseal } from "./seal"
import { cookieOptions, cookieValue, hostCookie } from "./session-cookie"

const YEAR = 365 * 24 * 3600
/** How many accounts that share a browser are remembered. */
const MOST_ACCOUNTS = 5

const Device = z.object({ device: z.string(), accounts: z.array(z.string()), until: z.number() })

const deviceCookieName = () => hostCookie("device")

/**
 * The random id of this browser if the account has signed in with it before; nothing otherwise. The cookie is sealed, so
 * that nobody can make one up.
 */
export function knownDevice({ cookies }: Visitor, accountId: string | undefined): string | undefined {
  const known = readDevice(cookies)
  return accountId && known?.accounts.includes(accountId) ? known.device : undefined
}

/**
 * Makes the cookie by which a browser is recognised at the next sign-in, for this account and those who signed in with it
 * before. It outlives a session that ends, though not signing out by choice, and grants nothing but sign-in tries of its own.
 */
export function deviceCookie({ cookies }: Visitor, accountId: string) {
  const { device, accounts } = readDevice(cookies) ?? { device: randomUUID(), accounts: [] }
  const others = accounts.filter((id) => id !== accountId)
  const content = { device, accounts: [accountId, ...others].slice(0, MOST_ACCOUNTS), until: Date.now() + YEAR * 1000 }
  return { name: deviceCookieName(), value: seal(JSON.stringify(content)), options: cookieOptions(YEAR) }
}

function readDevice(cookies: string | undefined) {
  const value = cookieValue(cookies, deviceCookieName())
  if (!value) return undefined
  try {
    const known = Device.parse(JSON.parse(unseal(value)))
    return known.until > Date.now() ? known : undefined
  } catch {
    // Made up, tampered with, or sealed with a retired secret: the browser counts as unknown.
    return undefined
  }
}
