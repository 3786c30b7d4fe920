import type { ReactNode } from "react"
import { Heading } from "@/components/ui/heading"
import { classes, PANEL } from "@/components/ui/style"

interface CardProps {
  title?: ReactNode
  /** Where links to this part of the page lead. */
  id?: string
  /** Links or buttons at the right of the title. */
  actions?: ReactNode
  /** Lets a table or list run to the edges. */
  flush?: boolean
  children: ReactNode
}

export function Card({ title, id, actions, flush, children }: CardProps) {
  return (
    <section id={id} className={`${PANEL} overflow-hidden`}>
      {title ? (
        <div className="flex flex-wrap items-center justify-between gap-3 border-b border-line px-4 py-3 sm:px-6">
          <Heading size="card" className="min-w-0 wrap-anywhere">
            {title}
          </Heading>
          {actions}
        </div>
      ) : null}
      <div className={classes(!flush && "px-4 py-5 sm:px-6")}>{children}</div>
    </section>
  )
}
