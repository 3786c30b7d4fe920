import type { ReactNode } from "react"
import { Icon } from "@/components/ui/icon"
import type { IconName } from "@/components/ui/icon-name"
import { TONES, type Tone } from "@/components/ui/style"

interface BadgeProps {
  tone?: Tone
  /** Says the same as the words, for those who do not see the colour. */
  icon?: IconName
  children: ReactNode
}

export function Badge({ tone = "neutral", icon, children }: BadgeProps) {
  return (
    <span className={`badge ${TONES[tone]}`}>
      {icon ? <Icon name={icon} /> : null}
      <span>{children}</span>
    </span>
  )
}
