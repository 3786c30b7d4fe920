import type { ReactNode } from "react"
import { Icon } from "@/components/ui/icon"
import type { IconName } from "@/components/ui/icon-name"
import { TONES, type Tone } from "@/components/ui/style"

export interface TimelineItem {
  key: string
  icon: IconName
  tone?: Tone
  title: ReactNode
  /** Who and when. */
  meta: ReactNode
  body?: ReactNode
  /** Sets apart what somebody wrote: the customer, staff, or staff among themselves. */
  mark?: "customer" | "staff" | "note" | undefined
}

export function Timeline({ items }: { items: TimelineItem[] }) {
  return (
    <ol className="timeline">
      {items.map(({ key, icon, tone = "neutral", title, meta, body, mark }) => (
        <li key={key} data-mark={mark}>
          <span className={TONES[tone]}>
            <Icon name={icon} />
          </span>
          <p>{title}</p>
          <p>{meta}</p>
          {body ? <div dir="auto">{body}</div> : null}
        </li>
      ))}
    </ol>
  )
}
