import { isNecessary, type NoticeId } from "@/lib/model/notice"
import { dayBefore, dayOf, momentOf, nextDay } from "@/lib/platform/calendar/local-time"
import { env } from "@/lib/runtime/env"
import type { Wishes } from "./recipients"

/** What is read in the browser within this time is not sent. */
const READING_MS = 120_000

/** When an email is due, and whether it waits for the daily summary. */
interface Due {
  at: Date
  digest: boolean
}

/**
 * When somebody is to be written to about something that happened now: two minutes later, when their quiet hours end, or
 * with their daily summary. Emergencies do not wait, nor does what confirms their own doing.
 */
export function mailDue(notice: NoticeId, wishes: Wishes, now: number, confirms = false): Due {
  if (isNecessary(notice)) return { at: new Date(now), digest: false }
  const { digestAt } = wishes
  if (digestAt !== null) return { at: new Date(nextTime(digestAt, zoneOf(wishes), now)), digest: true }
  return { at: new Date(afterQuiet(wishes, confirms ? now : now + READING_MS)), digest: false }
}

/** When a device may be told. */
export const pushDue = (notice: NoticeId, wishes: Wishes, now: number): Date =>
  new Date(isNecessary(notice) ? now : afterQuiet(wishes, now))

const zoneOf = ({ timeZone }: Wishes): string => timeZone ?? env().TIME_ZONE

/** The next moment at which a local clock shows this time. */
function nextTime(time: string, zone: string, now: number): number {
  const today = dayOf(now, zone)
  const moment = momentOf(today, time, zone)
  return moment > now ? moment : momentOf(nextDay(today), time, zone)
}

/** The moment itself, or the end of the quiet hours that it lies in. */
function afterQuiet(wishes: Wishes, moment: number): number {
  const { quietFrom, quietUntil } = wishes
  if (quietFrom === null || quietUntil === null || quietFrom === quietUntil) return moment
  const zone = zoneOf(wishes)
  const today = dayOf(moment, zone)
  // The hours may have begun yesterday.
  for (const day of [dayBefore(today), today]) {
    const until = momentOf(quietUntil > quietFrom ? day : nextDay(day), quietUntil, zone)
    if (momentOf(day, quietFrom, zone) <= moment && moment < until) return until
  }
  return moment
}
