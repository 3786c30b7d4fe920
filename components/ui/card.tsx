import type { ReactNode } from "react"
import { classes } from "@/components/ui/style"

interface CardProps {
  title?: ReactNode
  /** Links or buttons at the right of the title. */
  actions?: ReactNode
  /** Lets a table or list run to the edges. */
  flush?: boolean
  children: ReactNode
}

export function Card({ title, actions, flush, children }: CardProps) {
  return (
    <section className="overflow-hidden rounded-lg border border-line bg-surface shadow-card">
      {title ? (
        <div className="flex flex-wrap items-center justify-between gap-3 border-b border-line px-4 py-3 sm:px-6">
          <h2 className="min-w-0 text-lg font-semibold wrap-anywhere">{title}</h2>
          {actions}
        </div>
      ) : null}
      <div className={classes(!flush && "px-4 py-5 sm:px-6")}>{children}</div>
    </section>
  )
}
