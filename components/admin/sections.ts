import type { Destination } from "@/components/shell/navigation"

/** The parts of the administration, in the order they are needed. */
export const SECTIONS: readonly Destination[] = [
  { href: "/admin/staff", label: "Team" },
  { href: "/admin/invitations", label: "Invitations" },
  { href: "/admin/keys", label: "API keys" },
  { href: "/admin/audit", label: "Audit log" },
  { href: "/admin/jobs", label: "Failed jobs" },
  { href: "/admin/files", label: "Files" },
  { href: "/admin/service-levels", label: "Service levels" },
  { href: "/admin/settings", label: "Settings" },
  { href: "/admin/messages", label: "Messages" },
  { href: "/admin/legal-texts", label: "Privacy and terms" },
]

/** Only where mail is kept instead of sent. */
export const MAIL_SECTION: Destination = { href: "/admin/mail", label: "Mail" }
