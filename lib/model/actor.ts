import type { AccountState, Role } from "./role"
import type { Scope } from "./scope"

/** Whoever sends a request, signed in or not. */
export interface Visitor {
  /** Network address the request came from, as far as trusted proxies vouch for it. */
  address: string
  /** The User-Agent, cut to 200 characters. */
  device: string
  /** The Cookie header, for sign-in alone: it tells which browser this is. */
  cookies?: string | undefined
}

/** A signed-in account, as loaded for this very request. */
export interface Actor extends Visitor {
  id: string
  name: string
  role: Role
  state: AccountState
  sessionId: string
  /** When the session or the secret they came in by runs out, if it does. */
  endsAt?: Date
  /** Set when a third party calls by an API key; `id` and `sessionId` are then the key's. */
  key?: KeyBearer
  /** Has to set up a second factor before anything else. */
  mustEnrol?: boolean
}

/** What an API key may do, and for whom. */
export interface KeyBearer {
  id: string
  scopes: readonly Scope[]
  /** All that is kept of the secret it called with: it has two while one is rolled. */
  secretHash: string
  /** The customers it acts for; the whole utility when absent. */
  customerIds?: readonly string[]
}

/** Who did something, as histories keep it. */
export const authorOf = ({ id, key, address }: Actor) => ({
  actorId: key ? null : id,
  apiKeyId: key ? key.id : null,
  address,
})
