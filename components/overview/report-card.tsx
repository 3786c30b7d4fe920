import type { ReactNode } from "react"
import { Card } from "@/components/ui/card"
import { Disclosure } from "@/components/ui/disclosure"
import { Icon } from "@/components/ui/icon"
import { LINK } from "@/components/ui/link"
import { Muted } from "@/components/ui/muted"

interface ReportCardProps {
  title: string
  /** Where the table can be downloaded. */
  download: string
  /** Shown instead when there is nothing to draw. */
  empty?: string
  plot: ReactNode
  table: ReactNode
}

/** A plot, the table behind it and the table as a file. */
export function ReportCard({ title, download, empty, plot, table }: ReportCardProps) {
  if (empty)
    return (
      <Card title={title}>
        <Muted>{empty}</Muted>
      </Card>
    )
  return (
    <Card
      title={title}
      actions={
        <a href={download} download className={`${LINK} inline-flex min-h-8 items-center gap-1.5`}>
          <Icon name="download" className="size-4" />
          CSV<span className="sr-only">: {title}</span>
        </a>
      }
    >
      <div className="space-y-4">
        {plot}
        <Disclosure
          summary={
            <>
              Table<span className="sr-only">: {title}</span>
            </>
          }
        >
          <div className="-mx-4 sm:-mx-6">{table}</div>
        </Disclosure>
      </div>
    </Card>
  )
}
