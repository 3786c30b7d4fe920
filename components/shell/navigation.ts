import type { Role } from "@/lib/model/role"

export interface Destination {
  href: string
  label: string
}

const DESK = { href: "/desk", label: "Requests" }
const TEAM = { href: "/desk/team", label: "Team" }
const OVERVIEW = { href: "/desk/overview", label: "Overview" }

/** Links in the header by role. */
export const DESTINATIONS: Record<Role, readonly Destination[]> = {
  customer: [
    { href: "/requests", label: "Your requests" },
    { href: "/requests/new", label: "New request" },
  ],
  staff: [DESK],
  supervisor: [DESK, TEAM, OVERVIEW],
  administrator: [DESK, TEAM, OVERVIEW, { href: "/admin", label: "Administration" }],
}
