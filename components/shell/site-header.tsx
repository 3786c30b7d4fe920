import type { ReactNode } from "react"
import { Mark } from "@/components/shell/mark"
import { NavLinks } from "@/components/shell/nav-links"
import { DESTINATIONS } from "@/components/shell/navigation"
import { ButtonLink } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"
import { PageLink } from "@/components/ui/link"
import { type AccountState, ROLE_NAMES, type Role } from "@/lib/model/role"

export interface HeaderActor {
  name: string
  role: Role
  state: AccountState
}

interface SiteHeaderProps {
  utility: string
  actor?: HeaderActor
  signOut?: (data: FormData) => Promise<void>
  bell?: ReactNode
}

/** Wraps instead of folding away, so that nothing in it needs a script. */
export function SiteHeader({ utility, actor, signOut, bell }: SiteHeaderProps) {
  return (
    <header className="border-b border-line bg-surface print:hidden">
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-3 px-4 sm:gap-x-8 sm:px-6">
        <PageLink href="/" className="mr-auto inline-flex min-h-14 items-center gap-2 text-lg font-bold tracking-tight">
          <Mark className="size-7 text-accent" />
          {utility}
        </PageLink>
        {actor?.role === "customer" && actor.state === "active" ? (
          <nav aria-label="Main" className="order-last w-full sm:order-none sm:w-auto">
            <ul className="flex flex-wrap gap-x-6">
              <NavLinks items={DESTINATIONS} />
            </ul>
          </nav>
        ) : null}
        <nav aria-label="Account" className="flex items-center gap-3 sm:gap-4">
          {bell}
          {actor ? <Account actor={actor} signOut={signOut} /> : <SignIn />}
        </nav>
      </div>
    </header>
  )
}

function SignIn() {
  return (
    <>
      <PageLink href="/register" className="hidden min-h-11 items-center font-semibold text-accent sm:inline-flex">
        Create an account
      </PageLink>
      <ButtonLink href="/sign-in" variant="secondary" className="my-1.5 px-4">
        Sign in
      </ButtonLink>
    </>
  )
}

function Account({ actor, signOut }: Omit<SiteHeaderProps, "utility" | "bell"> & { actor: HeaderActor }) {
  return (
    <>
      <PageLink
        href="/profile"
        title={`${actor.name}, ${ROLE_NAMES[actor.role].toLowerCase()}`}
        className="inline-flex min-h-11 min-w-11 items-center justify-end gap-2 text-muted hover:text-ink"
      >
        <Icon name="circle-user-round" className="size-5" />
        <span className="sr-only">Profile: </span>
        <span className="sr-only sm:not-sr-only sm:max-w-40 sm:truncate">
          <bdi>{actor.name}</bdi>
        </span>
      </PageLink>
      {signOut ? (
        <form action={signOut}>
          <button
            type="submit"
            className="min-h-11 cursor-pointer font-semibold text-accent underline-offset-4 hover:underline"
          >
            Sign out
          </button>
        </form>
      ) : null}
    </>
  )
}
