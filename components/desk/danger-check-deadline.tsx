import { Countdown } from "@/components/desk/countdown"

interface DangerCheckDeadlineProps {
  due: Date
  /** How many milliseconds there were until then when the server said so. */
  left: number
  /** The time of `due` in words. */
  by: string
}

/** When a check becomes an emergency. */
export const DangerCheckDeadline = ({ due, left, by }: DangerCheckDeadlineProps) => (
  <span className="inline-block max-w-full">
    Answer by{" "}
    <time dateTime={due.toISOString()} className="font-bold tabular-nums">
      {by}
    </time>{" "}
    <Countdown until={due.getTime()} left={left} />
  </span>
)
