import { randomUUID } from "node:crypto"
import { z } from "zod"
import type { Visitor } from "@/lib/model/actor"
import { seal, unseal } from "./seal"
import { cookieOf, cookieOptions, hostCookie } from "./session-cookie"

const YEAR = 365 * 24 * 3600
/** Of those who share a browser, so many are remembered. */
const MOST_ACCOUNTS = 5

const Device = z.object({ device: z.string(), accounts: z.array(z.string()), until: z.number() })

const cookieName = () => hostCookie("device")

/** This browser's own name, if the account has signed in with it before. Only we can have told it so. */
export function knownDevice({ cookies }: Visitor, accountId: string | undefined): string | undefined {
  const known = read(cookies)
  return accountId && known?.accounts.includes(accountId) ? known.device : undefined
}

/** The cookie by which a browser will be known to an account, and to those who signed in with it before. It outlives sign-out. */
export function deviceCookie({ cookies }: Visitor, accountId: string) {
  const { device, accounts } = read(cookies) ?? { device: randomUUID(), accounts: [] }
  const others = accounts.filter((id) => id !== accountId)
  const content = { device, accounts: [accountId, ...others].slice(0, MOST_ACCOUNTS), until: Date.now() + YEAR * 1000 }
  return { name: cookieName(), value: seal(JSON.stringify(content)), options: cookieOptions(YEAR) }
}

function read(cookies: string | undefined) {
  const value = cookieOf(cookies, cookieName())
  if (!value) return undefined
  try {
    const known = Device.parse(JSON.parse(unseal(value)))
    return known.until > Date.now() ? known : undefined
  } catch {
    // Made up, changed on the way, or sealed with a secret that has been retired: a browser like any other.
    return undefined
  }
}
