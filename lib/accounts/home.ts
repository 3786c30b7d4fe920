import type { AccountState, Role } from "./role"

interface Standing {
  role: Role
  state: AccountState
}

/** Where each person's day begins. */
export function homeOf({ role, state }: Standing): string {
  if (state === "waiting") return "/waiting"
  return role === "customer" ? "/requests" : "/desk"
}
