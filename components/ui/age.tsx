const UNITS = [
  { name: "day", short: "d", ms: 86_400_000 },
  { name: "hour", short: "h", ms: 3_600_000 },
  { name: "minute", short: "min", ms: 60_000 },
] as const

interface AgeProps {
  since: Date | string
  /** Where there is little room. */
  short?: boolean
}

/** How long ago something was, in its largest whole unit. */
export function Age({ since, short = false }: AgeProps) {
  const moment = new Date(since)
  return (
    // Seconds lie between the server's clock and the browser's: what it says may differ.
    <time dateTime={moment.toISOString()} className="inline-block max-w-full" suppressHydrationWarning>
      {ageInWords(Date.now() - moment.getTime(), short)}
    </time>
  )
}

/** A span of time in its largest whole unit. */
export function ageInWords(ms: number, short: boolean): string {
  for (const unit of UNITS) {
    const count = Math.floor(ms / unit.ms)
    if (count > 0) return `${count} ${short ? unit.short : `${unit.name}${count === 1 ? "" : "s"}`}`
  }
  return short ? "Now" : "Just now"
}
