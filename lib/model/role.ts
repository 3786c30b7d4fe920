export const ROLES = ["customer", "staff", "supervisor", "administrator"] as const
export type Role = (typeof ROLES)[number]

/**
 * A `waiting` account has registered as staff and may do nothing until an administrator approves it. A `disabled` one
 * cannot be signed in to. A `deleted` one has lost all personal data at its owner's request; its row stays because
 * histories refer to its id.
 */
export const ACCOUNT_STATES = ["active", "waiting", "disabled", "deleted"] as const
export type AccountState = (typeof ACCOUNT_STATES)[number]

/** The roles and states that an administrator can give a member of staff. Only customers delete their accounts. */
export const MEMBER_ROLES = ["staff", "supervisor", "administrator"] as const satisfies Role[]
export const MEMBER_STATES = ["active", "waiting", "disabled"] as const satisfies AccountState[]

/** The roles that requests are assigned to. */
export const WORKING_ROLES = ["staff", "supervisor"] as const satisfies Role[]
export type WorkingRole = (typeof WORKING_ROLES)[number]

/** The states in which an account can be signed in to. */
export const LIVE_STATES = ["active", "waiting"] as const satisfies AccountState[]

export const isLive = (state: AccountState): boolean => (LIVE_STATES as readonly AccountState[]).includes(state)

export const ROLE_NAMES: Record<Role, string> = {
  customer: "Customer",
  staff: "Support staff",
  supervisor: "Supervisor",
  administrator: "Administrator",
}
