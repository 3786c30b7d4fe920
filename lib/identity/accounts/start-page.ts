import type { AccountState, Role } from "@/lib/model/role"

interface Standing {
  role: Role
  state: AccountState
  mustEnrol?: boolean
}

/** The one place open to somebody who has to wait for approval, or to set up a second factor first. */
export function confinedTo({ state, mustEnrol }: Omit<Standing, "role">): string | undefined {
  if (state === "waiting") return "/waiting"
  return mustEnrol ? "/profile/two-factor" : undefined
}

/** Where each person's day begins. */
export function homeOf(standing: Standing): string {
  return confinedTo(standing) ?? (standing.role === "customer" ? "/requests" : "/desk")
}
