import type { AccountState, Role } from "./role"
import type { Scope } from "./scope"

/** Somebody who sends a request, signed in or not. */
export interface Visitor {
  /** Network address the request came from, as far as trusted proxies vouch for it. */
  address: string
  /** The User-Agent, cut to 200 characters. */
  device: string
  /** The Cookie header, only for signing in, which recognises the browser by it. */
  cookies?: string | undefined
}

/** A signed-in account or an API key, loaded afresh for each request. Every verb takes one, or a visitor, first. */
export interface Actor extends Visitor {
  id: string
  name: string
  role: Role
  state: AccountState
  sessionId: string
  /** When the session or the key's secret expires, if it does. */
  endsAt?: Date
  /** Set when a third party calls by an API key; `id` and `sessionId` are then the key's. */
  key?: KeyBearer
  /** True for staff who must enrol in a second factor before they may do anything else. */
  mustEnrol?: boolean
  /** True when they have shown their password or a code in this session within the last quarter of an hour. */
  confirmed?: boolean
  /** True for a visitor who reports an emergency without an account: what they do has no author but their address. */
  nameless?: boolean
}

/** The part of an actor that only API keys have. */
export interface KeyBearer {
  id: string
  scopes: readonly Scope[]
  /** The hash of the secret that the request came with. A key has two secrets during the overlap of a roll. */
  secretHash: string
  /** The customers that it acts for. Absent when it acts for the whole utility. */
  customerIds?: readonly string[]
}

/** The columns that say who did something, for events and audit entries. */
export const authorOf = ({ id, key, nameless, address }: Actor) => ({
  actorId: key || nameless ? null : id,
  apiKeyId: key ? key.id : null,
  address,
})
