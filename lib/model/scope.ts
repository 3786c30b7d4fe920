/** The scopes that an API key can have. Each grants permissions of the policy. */
export const SCOPES = [
  "requests:read",
  "requests:write",
  "requests:work",
  "customers:read",
  "customers:write",
  "notes:read",
  "notes:write",
  "premises:read",
  "premises:write",
  "needs:read",
  "mails:write",
] as const
export type Scope = (typeof SCOPES)[number]

/** Scopes that only a key for the whole utility can have: the utility works on requests, its customers do not. */
export const UTILITY_SCOPES: readonly Scope[] = [
  "requests:work",
  "customers:write",
  "notes:read",
  "notes:write",
  "premises:read",
  "premises:write",
  "mails:write",
]

export const SCOPE_NAMES: Record<Scope, string> = {
  "requests:read": "Read requests",
  "requests:write": "Send requests",
  "requests:work": "Work on requests",
  "customers:read": "Read customers",
  "customers:write": "Add and invite customers",
  "notes:read": "Read notes for staff only",
  "notes:write": "Write notes for staff only",
  "premises:read": "Read premises",
  "premises:write": "Write notes on premises",
  "needs:read": "Read needs of customers",
  "mails:write": "Deliver customers’ emails",
}

/** An API key acts for the whole utility or for named customers. */
export const KEY_REACHES = ["utility", "customers"] as const
export type KeyReach = (typeof KEY_REACHES)[number]
