const UNITS = [
  { name: "day", ms: 86_400_000 },
  { name: "hour", ms: 3_600_000 },
  { name: "minute", ms: 60_000 },
] as const

/** How long ago something was, in its largest whole unit. */
export function Age({ since }: { since: Date | string }) {
  const moment = new Date(since)
  return (
    // Seconds lie between the server's clock and the browser's: what it says may differ.
    <time dateTime={moment.toISOString()} className="inline-block max-w-full" suppressHydrationWarning>
      {ageInWords(Date.now() - moment.getTime())}
    </time>
  )
}

function ageInWords(ms: number): string {
  for (const unit of UNITS) {
    const count = Math.floor(ms / unit.ms)
    if (count > 0) return `${count} ${unit.name}${count === 1 ? "" : "s"}`
  }
  return "Just now"
}
