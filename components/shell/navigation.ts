export interface Destination {
  href: string
  label: string
}

/** Links in the header of customers. Staff have a rail. */
export const DESTINATIONS: readonly Destination[] = [
  { href: "/requests", label: "Your requests" },
  { href: "/requests/new", label: "New request" },
]

/** What every footer leads to. */
export const ABOUT: readonly Destination[] = [
  { href: "/privacy", label: "Privacy" },
  { href: "/accessibility", label: "Accessibility" },
  { href: "/terms", label: "Terms" },
]

export const FOR_DEVELOPERS = { href: "/api/docs", label: "For developers" }
