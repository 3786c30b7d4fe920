import type { ReactNode } from "react"
import { Icon } from "@/components/ui/icon"
import type { IconName } from "@/components/ui/icon-name"
import { Muted } from "@/components/ui/muted"
import { classes, TONES, type Tone } from "@/components/ui/style"

export interface TimelineItem {
  key: string
  icon: IconName
  tone?: Tone
  title: ReactNode
  /** Who and when. */
  meta: ReactNode
  body?: ReactNode
}

export function Timeline({ items }: { items: TimelineItem[] }) {
  return (
    <ol className="space-y-0">
      {items.map(({ key, icon, tone = "neutral", title, meta, body }) => (
        <li key={key} className="group relative flex gap-4 pb-6 last:pb-0">
          <span
            aria-hidden
            className="absolute top-9 bottom-0 left-[1.125rem] w-px -translate-x-1/2 bg-line group-last:hidden"
          />
          <span className={classes("relative grid size-9 shrink-0 place-items-center rounded-full", TONES[tone])}>
            <Icon name={icon} className="size-4.5" />
          </span>
          <div className="min-w-0 flex-1 space-y-1 pt-1">
            <p className="font-semibold">{title}</p>
            <Muted small>{meta}</Muted>
            {body ? <div className="rounded-md bg-sunken px-4 py-3 whitespace-pre-line">{body}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  )
}
