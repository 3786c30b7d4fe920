import type { Role } from "./role"

/** Where each role's day begins. */
export const homeOf = (role: Role): string => (role === "customer" ? "/requests" : "/desk")
