import { dayOf } from "./local-time"

/**
 * Puts a moment into words for a sentence: "at 08:00" today, "on Wed 25 Nov at 08:00" on other days.
 * @param moment in milliseconds since 1970, as is `now`
 */
export function momentInWords(moment: number, now: number, zone: string): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-GB", { ...options, timeZone: zone }).format(moment)
  const time = `at ${format({ hour: "2-digit", minute: "2-digit" })}`
  if (dayOf(moment, zone) === dayOf(now, zone)) return time
  return `on ${format({ weekday: "short", day: "numeric", month: "short" }).replace(",", "")} ${time}`
}
