export interface Destination {
  href: string
  label: string
}

/** Links in the header of customers. Staff have a rail. */
export const DESTINATIONS: readonly Destination[] = [
  { href: "/requests", label: "Your requests" },
  { href: "/requests/new", label: "New request" },
]
