import type { ReactNode } from "react"
import { Mark } from "@/components/shell/mark"
import { Icon } from "@/components/ui/icon"
import { ROLE_NAMES, type Role } from "@/lib/model/role"

interface StaffHeaderProps {
  utility: string
  actor: { name: string; role: Role }
  signOut: (data: FormData) => Promise<void>
  /** The rail. */
  children: ReactNode
}

/** Beside what staff work on, or above it where there is no room. Wraps nothing and folds nothing, so that it needs no script. */
export const StaffHeader = ({ utility, actor: { name, role }, signOut, children }: StaffHeaderProps) => (
  <header className="staff-header">
    <div className="flex items-center gap-2">
      <a href="/desk" className="flex min-h-11 min-w-0 grow items-center gap-2 font-bold">
        <Mark className="size-5 shrink-0 text-accent" />
        <span className="truncate">{utility}</span>
      </a>
    </div>
    {children}
    <nav aria-label="Account" className="flex items-center gap-3">
      <a
        href="/profile"
        title={`${name}, ${ROLE_NAMES[role].toLowerCase()}`}
        className="flex min-h-11 min-w-0 grow items-center gap-2 text-muted hover:text-ink"
      >
        <Icon name="circle-user-round" className="size-5" />
        <span className="sr-only">Profile: </span>
        <bdi className="truncate">{name}</bdi>
      </a>
      <form action={signOut}>
        <button type="submit" className="link min-h-11 cursor-pointer whitespace-nowrap">
          Sign out
        </button>
      </form>
    </nav>
  </header>
)
