export const ROLES = ["customer", "staff", "supervisor", "administrator"] as const
export type Role = (typeof ROLES)[number]

/**
 * A waiting account has registered as staff and sees nothing until an administrator approves it. A deleted one has been
 * emptied of its person at their wish: only its id stays, for the sake of what happened.
 */
export const ACCOUNT_STATES = ["active", "waiting", "disabled", "deleted"] as const
export type AccountState = (typeof ACCOUNT_STATES)[number]

/** What an administrator can make of a member of staff. Only customers delete their accounts. */
export const MEMBER_ROLES = ["staff", "supervisor", "administrator"] as const satisfies Role[]
export const MEMBER_STATES = ["active", "waiting", "disabled"] as const satisfies AccountState[]

/** Those who are given requests. */
export const WORKING_ROLES = ["staff", "supervisor"] as const satisfies Role[]
export type WorkingRole = (typeof WORKING_ROLES)[number]

/** In these an account can be signed in to. */
export const LIVE_STATES = ["active", "waiting"] as const satisfies AccountState[]

export const isLive = (state: AccountState): boolean => (LIVE_STATES as readonly AccountState[]).includes(state)

export const ROLE_NAMES: Record<Role, string> = {
  customer: "Customer",
  staff: "Support staff",
  supervisor: "Supervisor",
  administrator: "Administrator",
}
