export const ROLES = ["customer", "staff", "supervisor", "administrator"] as const
export type Role = (typeof ROLES)[number]

/** A waiting account has registered as staff and sees nothing until an administrator approves it. */
export const ACCOUNT_STATES = ["active", "waiting", "disabled"] as const
export type AccountState = (typeof ACCOUNT_STATES)[number]

export const ROLE_NAMES: Record<Role, string> = {
  customer: "Customer",
  staff: "Support staff",
  supervisor: "Supervisor",
  administrator: "Administrator",
}
