/** What a third party can be allowed to do. Each stands for rows of the policy. */
export const SCOPES = ["requests:read", "requests:write", "requests:work", "customers:read"] as const
export type Scope = (typeof SCOPES)[number]

/** What only a key for the whole utility can do: requests are worked by the utility, not by their customers. */
export const UTILITY_SCOPES: readonly Scope[] = ["requests:work"]

export const SCOPE_NAMES: Record<Scope, string> = {
  "requests:read": "Read requests",
  "requests:write": "Send requests",
  "requests:work": "Work on requests",
  "customers:read": "Read customers",
}

/** For whom a key acts. */
export const KEY_REACHES = ["utility", "customers"] as const
export type KeyReach = (typeof KEY_REACHES)[number]
