import type { ReactNode } from "react"
import { Icon } from "@/components/ui/icon"
import type { IconName } from "@/components/ui/icon-name"

interface EmptyStateProps {
  icon: IconName
  title: string
  /** The next step, usually a button. */
  action?: ReactNode
  children?: ReactNode
}

export function EmptyState({ icon, title, action, children }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-4 rounded-lg border border-dashed border-edge px-6 py-12 text-center">
      <span className="rounded-full bg-accent-soft p-4 text-accent">
        <Icon name={icon} className="size-7" />
      </span>
      <div className="max-w-text space-y-1">
        <p className="text-lg font-semibold wrap-anywhere">{title}</p>
        {children ? <div className="text-muted">{children}</div> : null}
      </div>
      {action}
    </div>
  )
}
