import { Link, PhoneLink } from "@/components/ui/link"
import { Muted } from "@/components/ui/muted"

export function SiteFooter({ utility, phone }: { utility: string; phone: string }) {
  return (
    <footer className="mt-auto border-t border-line bg-surface print:hidden">
      <div className="mx-auto flex max-w-page flex-wrap justify-between gap-x-12 gap-y-6 px-4 py-8 sm:px-6">
        <Muted className="max-w-80">
          <span className="block font-semibold text-ink">{utility}</span>
          Gas emergencies, day and night: <PhoneLink number={phone} />
        </Muted>
        <nav aria-label="Footer">
          <ul className="flex flex-wrap gap-x-8 gap-y-2">
            <li>
              <Link href="/emergency">Gas and CO emergencies</Link>
            </li>
            <li>
              <Link href="/requests/new">Request a service</Link>
            </li>
            <li>
              <Link href="/contact">Contact us</Link>
            </li>
            <li>
              <Link href="/api/docs">For developers</Link>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  )
}
