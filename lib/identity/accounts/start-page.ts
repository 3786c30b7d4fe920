import type { AccountState, Role } from "@/lib/model/role"

interface SignedIn {
  role: Role
  state: AccountState
  mustEnrol?: boolean
}

/** The only page open to an account that waits for approval or has to set up a second factor; nothing for all others. */
export function confinedTo({ state, mustEnrol }: Omit<SignedIn, "role">): string | undefined {
  if (state === "waiting") return "/waiting"
  return mustEnrol ? "/profile/two-factor" : undefined
}

/** The page that an account lands on after signing in. */
export function startPageOf(account: SignedIn): string {
  return confinedTo(account) ?? (account.role === "customer" ? "/requests" : "/desk")
}
