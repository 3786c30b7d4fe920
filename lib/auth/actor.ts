import type { AccountState, Role } from "@/lib/accounts/role"

/** Whoever sends a request, signed in or not. */
export interface Visitor {
  /** Network address the request came from, as far as trusted proxies vouch for it. */
  address: string
  /** The User-Agent, cut to 200 characters. */
  device: string
}

/** A signed-in account, as loaded for this very request. */
export interface Actor extends Visitor {
  id: string
  name: string
  role: Role
  state: AccountState
  sessionId: string
}
