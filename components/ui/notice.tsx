import type { ReactNode } from "react"
import { Icon } from "@/components/ui/icon"
import { classes, TONES } from "@/components/ui/style"

const ICONS = { accent: "info", success: "circle-check", warning: "triangle-alert", danger: "circle-alert" } as const

interface NoticeProps {
  /** `accent` informs; `success` follows something done; `warning` and `danger` ask for care. */
  tone?: keyof typeof ICONS
  title: ReactNode
  children?: ReactNode
}

export function Notice({ tone = "accent", title, children }: NoticeProps) {
  const icon = ICONS[tone]
  const urgent = tone === "success" || tone === "danger"
  return (
    <div
      data-saved={tone === "success" || undefined}
      role={urgent ? "alert" : undefined}
      className={classes("flex gap-3 rounded-md border-l-4 px-4 py-3", TONES[tone])}
    >
      <Icon name={icon} className="mt-0.5 size-5" />
      <div className="min-w-0 space-y-1">
        <p className="font-semibold">{title}</p>
        {children ? <div className="text-ink">{children}</div> : null}
      </div>
    </div>
  )
}
