const MINUTE = 60_000

/**
 * How long something takes, in hours and minutes: days would say nothing of how many hours one has. No line ends between
 * a number and its unit.
 */
export function durationInWords(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / MINUTE)
  if (minutes === 0) return ms === 0 ? "0 min" : "less than a minute"
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return [hours > 0 && `${hours.toLocaleString("en")}\u00a0h`, rest > 0 && `${rest}\u00a0min`].filter(Boolean).join(" ")
}
