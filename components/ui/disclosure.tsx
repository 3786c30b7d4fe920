import type { ReactNode } from "react"

interface DisclosureProps {
  /** The clickable summary. */
  summary: ReactNode
  open?: boolean
  children: ReactNode
}

/** More for those who ask: the browser's own, so that it works without scripts. */
export function Disclosure({ summary, open, children }: DisclosureProps) {
  return (
    <details open={open} className="min-w-0">
      <summary className="inline-flex min-h-8 cursor-pointer items-center gap-1 text-accent underline underline-offset-4 hover:text-accent-strong">
        {summary}
      </summary>
      <div className="pt-3">{children}</div>
    </details>
  )
}
