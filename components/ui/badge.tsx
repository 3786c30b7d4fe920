import type { ReactNode } from "react"
import { Icon } from "@/components/ui/icon"
import type { IconName } from "@/components/ui/icon-name"
import { classes, TONES, type Tone } from "@/components/ui/style"

interface BadgeProps {
  tone?: Tone
  /** Says the same as the words, for those who do not see the colour. */
  icon?: IconName
  children: ReactNode
}

export function Badge({ tone = "neutral", icon, children }: BadgeProps) {
  return (
    <span
      className={classes(
        "inline-flex items-center gap-1.5 rounded-full px-2.5 py-0.5 text-start text-sm font-semibold lg:whitespace-nowrap",
        TONES[tone],
      )}
    >
      {icon ? <Icon name={icon} className="size-3.5" /> : null}
      <span>{children}</span>
    </span>
  )
}
