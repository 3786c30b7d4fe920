import { durationInWords } from "@/components/ui/duration"
import { type Column, Table } from "@/components/ui/table"
import { Time } from "@/components/ui/time"
import { TARGET_NAMES } from "@/lib/model/target"
import type { ClockSegment, RequestClock } from "@/lib/oversight/service-levels/contract"
import type { SegmentReason } from "@/lib/oversight/service-levels/time-segments"

const WHYS: Record<SegmentReason, string> = {
  round_the_clock: "Round the clock",
  working_hours: "Working hours",
  outside_hours: "Outside working hours",
  holiday: "Holiday",
  on_hold: "Waiting for the customer",
  unconfirmed: "Waiting for email confirmation",
  settled: "Resolved, before it was reopened",
}

/** A stretch of time, or all of them together. */
interface Row {
  key: string
  name: string
  from: Date
  until: Date
  counted: number
}

const COLUMNS: Column<Row>[] = [
  { name: "Reason", heading: true, cell: ({ name }) => name },
  { name: "From", cell: ({ from }) => <Time value={from} /> },
  { name: "Until", cell: ({ until }) => <Time value={until} /> },
  { name: "Counted", align: "end", cell: ({ counted }) => (counted > 0 ? durationInWords(counted) : "Not counted") },
]

/** Every stretch of time from when the request was filed until it is due, which of them count, and what they come to. */
export function ClockSegments({ clock }: { clock: RequestClock }) {
  const { target, minutes, hours, untilDue, used, startedAt } = clock
  const all = untilDue.map(rowOf)
  const until = untilDue.at(-1)?.until ?? startedAt
  const sum: Row = { key: "sum", name: "Total", from: startedAt, until, counted: countedIn(all) }
  return (
    <div className="space-y-3">
      <p>
        Allowed: {durationInWords(minutes * 60_000)} {hours === "working" ? "of working hours" : "round the clock"}.
        Used so far: {durationInWords(used)}.
      </p>
      <div className="rounded-md border border-line">
        <Table
          caption={`How the time for ${TARGET_NAMES[target].toLowerCase()} is counted`}
          columns={COLUMNS}
          rows={[...shortened(all), sum]}
          keyOf={({ key }) => key}
        />
      </div>
    </div>
  )
}

const MOST_SHOWN = 20

/** The last rows: a request that went on hold a thousand times has as many. */
function shortened(rows: Row[]): Row[] {
  const [first, before, shown] = [rows[0], rows.slice(0, 1 - MOST_SHOWN), rows.slice(1 - MOST_SHOWN)]
  const [next] = shown
  if (rows.length <= MOST_SHOWN || !first || !next) return rows
  const name = `${before.length} earlier periods`
  return [{ key: "before", name, from: first.from, until: next.from, counted: countedIn(before) }, ...shown]
}

const countedIn = (rows: readonly Row[]): number => rows.reduce((sum, { counted }) => sum + counted, 0)

const rowOf = ({ from, until, why, counts, duration }: ClockSegment): Row => ({
  key: from.toISOString(),
  name: WHYS[why],
  from,
  until,
  counted: counts ? duration : 0,
})
