import { Muted } from "@/components/ui/muted"
import { countInWords } from "./figure-words"

interface PlotColumn {
  key: string
  label: string
  values: readonly [number, number]
}

interface ColumnsPlotProps {
  /** What the two numbers of each column count. */
  names: readonly [string, string]
  columns: readonly PlotColumn[]
  /** The second series as a line, or as columns beside the first. */
  second: "line" | "columns"
  /** What those learn who cannot see it. */
  summary: string
}

const WIDTH = 10
const HEIGHT = 100

/** Two series over time, drawn by the server. It stretches with the page, so all words stand outside of it. */
export function ColumnsPlot({ names, columns, second, summary }: ColumnsPlotProps) {
  const most = Math.max(1, ...columns.flatMap(({ values }) => values))
  const y = (value: number) => HEIGHT - (value / most) * (HEIGHT - 2)
  const broad = second === "line" ? 7 : 3.5
  const line = columns.map(({ values }, i) => `${i * WIDTH + WIDTH / 2},${y(values[1])}`).join(" ")
  return (
    <figure className="space-y-2">
      <figcaption className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
        <Legend name={names[0]} />
        <Legend name={names[1]} second={second} />
      </figcaption>
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-sm text-muted tabular-nums">
        <div aria-hidden="true" className="flex flex-col justify-between text-end leading-none">
          <span>{countInWords(most)}</span>
          <span>0</span>
        </div>
        <svg
          role="img"
          aria-label={summary}
          viewBox={`0 0 ${columns.length * WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="h-44 w-full border-b border-edge"
        >
          <line x2={columns.length * WIDTH} y1={1} y2={1} className="plot-grid" />
          <line x2={columns.length * WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} className="plot-grid" />
          {columns.map(({ key, values }, i) => (
            <rect
              key={key}
              x={i * WIDTH + 1.5}
              y={y(values[0])}
              width={broad}
              height={HEIGHT - y(values[0])}
              className="fill-accent"
            />
          ))}
          {second === "columns"
            ? columns.map(({ key, values }, i) => (
                <rect
                  key={key}
                  x={i * WIDTH + 5}
                  y={y(values[1])}
                  width={broad}
                  height={HEIGHT - y(values[1])}
                  className="plot-second"
                />
              ))
            : null}
          {second === "line" ? <polyline points={line} className="plot-line" /> : null}
        </svg>
        <div aria-hidden="true" className="col-start-2 flex justify-between gap-4">
          <span>{columns[0]?.label}</span>
          <span>{columns.at(-1)?.label}</span>
        </div>
      </div>
    </figure>
  )
}

function Legend({ name, second }: { name: string; second?: "line" | "columns" }) {
  return (
    <span className="inline-flex items-center gap-2">
      <svg aria-hidden="true" viewBox="0 0 16 12" className="h-3 w-4">
        {second === "line" ? (
          <polyline points="0,9 6,4 10,7 16,2" className="plot-line" />
        ) : (
          <rect x="2" y="1" width="12" height="10" className={second ? "plot-second" : "fill-accent"} />
        )}
      </svg>
      <Muted>{name}</Muted>
    </span>
  )
}
