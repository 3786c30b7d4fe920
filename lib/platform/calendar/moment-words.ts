import { env } from "@/lib/runtime/env"
import { dayOf } from "./local-time"

/** A moment in the utility's own time: "11:04 today", "14:49 on Wed 25 Nov". */
export function momentWords(moment: number, now: number): string {
  const zone = env().TIME_ZONE
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-GB", { ...options, timeZone: zone }).format(moment)
  const time = format({ hour: "2-digit", minute: "2-digit" })
  if (dayOf(moment, zone) === dayOf(now, zone)) return `${time} today`
  return `${time} on ${format({ weekday: "short", day: "numeric", month: "short" }).replace(",", "")}`
}
