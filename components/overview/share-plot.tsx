import { classes } from "@/components/ui/style"
import { TARGET_NAMES } from "@/lib/model/target"
import type { TargetFigures } from "@/lib/oversight/reports/contract"
import { shareInWords, shareOf } from "./figure-words"

interface SharePlotProps {
  rows: readonly { key: string; name: string; targets: readonly TargetFigures[] }[]
}

/** The share of each target met in time, as bars. Each says its number, so that nothing has to be measured by eye. */
export function SharePlot({ rows }: SharePlotProps) {
  return (
    <ul className="divide-y divide-line">
      {rows.map(({ key, name, targets }) => (
        <li key={key} className="grid gap-x-6 gap-y-1 py-2 md:grid-cols-[minmax(0,1fr)_minmax(0,3fr)]">
          <span className="min-w-0 font-semibold wrap-anywhere" dir="auto">
            {name}
          </span>
          <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-3">
            {targets.map((figures) => (
              <li key={figures.target} className="min-w-0">
                <span className="flex flex-wrap justify-between gap-x-2 text-sm wrap-anywhere">
                  <span className="text-muted">{TARGET_NAMES[figures.target]}</span>
                  <span className="tabular-nums">{shareInWords(figures)}</span>
                </span>
                <ShareBar share={shareOf(figures)} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

/** Under four fifths in time is worth a look. */
const LOW = 0.8

export function ShareBar({ share }: { share: number | undefined }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 100 6" preserveAspectRatio="none" className="h-1.5 w-full">
      <rect width="100" height="6" className="fill-sunken" />
      {share === undefined ? null : (
        <rect width={share * 100} height="6" className={classes(share < LOW ? "fill-warning" : "fill-accent")} />
      )}
    </svg>
  )
}
