import { ClockSegments } from "@/components/desk/clock-segments"
import { clockLook } from "@/components/desk/clock-words"
import { durationInWords } from "@/components/ui/duration"
import { Link } from "@/components/ui/link"
import { shortMoment } from "@/components/ui/time"
import { TARGET_NAMES } from "@/lib/model/target"
import type { RequestClock } from "@/lib/oversight/service-levels/contract"

interface ClockLinesProps {
  clocks: readonly RequestClock[]
  /** The page without what explains them, and whether that was asked for: it is long. */
  address: string
  explained: boolean
}

/** How a request stands against what was promised, a line each; and why, for those who ask. */
export const ClockLines = ({ clocks, address, explained }: ClockLinesProps) => (
  <section id="deadlines">
    <h2>Service levels</h2>
    <ul>
      {clocks.map((clock) => (
        <li key={clock.target} className={`clock ${clock.state === "met" ? "met" : clockLook(clock)}`}>
          {wordsOf(clock)}
        </li>
      ))}
    </ul>
    {explained ? (
      clocks.map((clock) => (
        <div key={clock.target} className="explained">
          <h3>{TARGET_NAMES[clock.target]}</h3>
          <ClockSegments clock={clock} />
        </div>
      ))
    ) : (
      <Link href={`${address}?explain=deadlines#deadlines`}>Explain these deadlines</Link>
    )}
  </section>
)

function wordsOf({ target, state, dueAt, metAt, remaining }: RequestClock): string {
  const [name, rest] = [TARGET_NAMES[target], durationInWords(remaining)]
  switch (state) {
    case "running":
      return `${name} due ${dueAt ? shortMoment(dueAt) : "in more than two years"}, ${rest} left`
    case "paused":
      return `${name} paused while waiting for the customer, ${rest} left`
    case "met":
      return `${name} met${metAt ? ` ${shortMoment(metAt)}` : ""} with ${rest} left`
    case "breached":
      return metAt ? `${name} met ${shortMoment(metAt)}, ${rest} late` : `${name} overdue by ${rest}`
  }
}
