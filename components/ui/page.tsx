import type { ReactNode } from "react"
import { Heading } from "@/components/ui/heading"
import { Icon } from "@/components/ui/icon"
import { PageLink } from "@/components/ui/link"
import { Muted } from "@/components/ui/muted"
import { classes } from "@/components/ui/style"

interface PageProps {
  /** `text` for forms and reading, `page` for lists and dashboards. */
  width?: "text" | "page"
  children: ReactNode
}

export function Page({ width = "page", children }: PageProps) {
  return (
    <div className="page-room mx-auto w-full max-w-page px-4 py-8 sm:px-6 sm:py-12">
      <div className={classes("space-y-8", width === "text" && "max-w-text")}>{children}</div>
    </div>
  )
}

interface PageTitleProps {
  children: ReactNode
  /** A few words above the title: a reference, a step. */
  caption?: ReactNode
  /** One sentence below it. */
  lede?: ReactNode
  back?: { href: string; label: string }
  /** Buttons and badges beside the title. */
  actions?: ReactNode
}

export function PageTitle({ children, caption, lede, back, actions }: PageTitleProps) {
  return (
    <header className="space-y-4">
      {back ? <BackLink {...back} /> : null}
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div className="min-w-0 space-y-2">
          {caption ? <Muted>{caption}</Muted> : null}
          <Heading level={1} size="page">
            {children}
          </Heading>
          {lede ? <Muted className="max-w-text text-lg">{lede}</Muted> : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-3">{actions}</div> : null}
      </div>
    </header>
  )
}

export function BackLink({ href, label }: { href: string; label: string }) {
  return (
    <PageLink
      href={href}
      className="inline-flex min-h-8 items-center gap-2 text-muted wrap-anywhere underline underline-offset-4 hover:text-ink"
    >
      <Icon name="arrow-left" className="size-4" />
      {label}
    </PageLink>
  )
}
