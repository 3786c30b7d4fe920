import { ListLink, PhoneLink } from "@/components/ui/link"
import { Muted } from "@/components/ui/muted"
import type { Role } from "@/lib/model/role"
import { ABOUT, type Destination, FOR_DEVELOPERS } from "./navigation"

const LINKS: readonly Destination[] = [
  { href: "/emergency", label: "Gas and CO emergencies" },
  { href: "/requests/new", label: "Request a service" },
  { href: "/contact", label: "Contact us" },
]

/** Apart from what customers look for, and not shown to those who are signed in as one. */
function otherLinks(role: Role | undefined): readonly Destination[] {
  if (role === "customer") return []
  return role ? [FOR_DEVELOPERS] : [{ href: "/register/staff", label: "Register as staff" }, FOR_DEVELOPERS]
}

interface SiteFooterProps {
  utility: string
  phone: string
  /** Of who looks at the page. */
  role: Role | undefined
}

export function SiteFooter({ utility, phone, role }: SiteFooterProps) {
  const others = otherLinks(role)
  return (
    <footer className="mt-auto border-t border-line bg-surface print:hidden">
      <div className="mx-auto max-w-page space-y-6 px-4 py-8 sm:px-6">
        <div className="flex flex-wrap justify-between gap-x-12 gap-y-6">
          <Muted className="max-w-80">
            <span className="block font-semibold text-ink">{utility}</span>
            Gas emergencies, day and night: <PhoneLink number={phone} />
          </Muted>
          <nav aria-label="Footer" className="space-y-2">
            <Links items={LINKS} />
            <Links items={ABOUT} />
          </nav>
        </div>
        {others.length > 0 ? (
          <nav aria-label="Staff and developers" className="border-t border-line pt-4 text-sm">
            <Links items={others} />
          </nav>
        ) : null}
      </div>
    </footer>
  )
}

const Links = ({ items }: { items: readonly Destination[] }) => (
  <ul className="flex flex-wrap gap-x-8 gap-y-2">
    {items.map(({ href, label }) => (
      <li key={href}>
        <ListLink href={href}>{label}</ListLink>
      </li>
    ))}
  </ul>
)
