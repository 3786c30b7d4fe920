import type { ReactNode } from "react"
import { MAIL_SECTION, SECTIONS } from "@/components/admin/sections"
import { NavLinks } from "@/components/shell/nav-links"
import { requirePermission } from "@/lib/http/require-permission"
import { isMailKept } from "@/lib/platform/mail/delivery-mode"

/** All administration pages share one entry in the main navigation. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  await requirePermission("staff.edit")
  return (
    <>
      <nav aria-label="Administration" className="border-b border-line bg-surface print:hidden">
        <ul className="mx-auto flex max-w-page flex-wrap gap-x-6 px-4 sm:px-6">
          <NavLinks items={isMailKept() ? [...SECTIONS, MAIL_SECTION] : SECTIONS} />
        </ul>
      </nav>
      {children}
    </>
  )
}
