import { Card } from "@/components/ui/card"
import { Heading } from "@/components/ui/heading"
import { Muted } from "@/components/ui/muted"
import { TARGET_NAMES } from "@/lib/model/target"
import type { TargetFigures } from "@/lib/oversight/reports/contract"
import { countInWords, shareInWords, shareOf, timeInWords } from "./figure-words"
import { ShareBar } from "./share-plot"

/** How quickly targets were met, and how often in time. */
export function TimeFigures({ targets }: { targets: readonly TargetFigures[] }) {
  return (
    <Card title="Times">
      <div className="space-y-4">
        <ul className="grid gap-6 sm:grid-cols-3">
          {targets.map((figures) => (
            <li key={figures.target} className="space-y-1.5">
              <Heading level={3} size="item">
                {TARGET_NAMES[figures.target]}
              </Heading>
              <div className="flex flex-wrap items-baseline gap-x-2">
                <span className="text-2xl font-bold tabular-nums">{shareInWords(figures)}</span>
                <Muted>
                  in time ({countInWords(figures.kept)} of {countInWords(figures.kept + figures.missed)})
                </Muted>
              </div>
              <ShareBar share={shareOf(figures)} />
              <p className="text-sm">
                Half within {timeInWords(figures.p50)}, 90&nbsp;% within {timeInWords(figures.p90)}
              </p>
            </li>
          ))}
        </ul>
        <Muted small>
          Of requests received in this period. Times are counted like service levels, without closed hours and waiting
          for the customer, and are accurate to 10&nbsp;%.
        </Muted>
      </div>
    </Card>
  )
}
