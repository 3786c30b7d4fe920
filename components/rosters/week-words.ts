import type { CoveredDay, CoveredHour } from "@/lib/dispatch/team-rosters/contract"
import { CATEGORY_IDS, categoryFacts } from "@/lib/model/category"

/** A day on the calendar is the same everywhere, so it is not told in any zone. */
const inWords = (day: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" }).format(Date.parse(day))

/** "Mon 23". */
export const dayHead = (day: string): string => inWords(day, { weekday: "short", day: "numeric" }).replace(",", "")

/** "23 to 29 November 2026". */
export function weekInWords(monday: string, sunday: string): string {
  const isOneMonth = monday.slice(0, 7) === sunday.slice(0, 7)
  const isOneYear = monday.slice(0, 4) === sunday.slice(0, 4)
  const first = inWords(monday, {
    day: "numeric",
    ...(isOneMonth ? {} : { month: "long" }),
    ...(isOneYear ? {} : { year: "numeric" }),
  })
  return `${first} to ${inWords(sunday, { day: "numeric", month: "long", year: "numeric" })}`
}

/** The address of the week in which a day lies; of this week without one. */
export const weekAddress = (week?: string, after?: string): string => {
  const query = new URLSearchParams({ ...(week && { week }), ...(after && { after }) }).toString()
  return `/desk/team/roster${query && `?${query}`}`
}

/** A day of the week before, or after. */
export function weekBeside(monday: string, weeks: 1 | -1): string {
  return new Date(Date.parse(monday) + weeks * 7 * 86_400_000).toISOString().slice(0, 10)
}

/** The time of day at which an hour begins, on the clock of the utility. */
export const clockAt = (moment: Date, timeZone: string): string =>
  new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone }).format(moment)

/** Whether an hour lacks what emergencies need. */
export const lacksEmergencySkill = ({ lacks }: Pick<CoveredHour, "lacks">): boolean =>
  lacks.some((it) => categoryFacts(it).priority === "emergency")

/** "Gas leaks, meter faults", or all of them at once. */
export function skillsInWords(lacks: CoveredHour["lacks"]): string {
  if (lacks.length === 0) return "all covered"
  if (lacks.length === CATEGORY_IDS.length) return "nobody for any category"
  const all = CATEGORY_IDS.length - lacks.length
  if (all <= 3) {
    const covered = CATEGORY_IDS.filter((it) => !lacks.includes(it)).map((it) => categoryFacts(it).work)
    return `nobody for anything except ${covered.join(" and ")}`
  }
  return `nobody for ${lacks.map((it) => categoryFacts(it).work).join(", ")}`
}

/** The gaps of a day: hours that follow one another and lack the same, as one. */
export function gapsOf({ hours }: Pick<CoveredDay, "hours">): CoveredHour[] {
  const gaps: CoveredHour[] = []
  for (const hour of hours) {
    const last = gaps.at(-1)
    if (last && last.lacks.join() === hour.lacks.join()) last.until = hour.until
    else gaps.push({ ...hour })
  }
  return gaps.filter(({ lacks }) => lacks.length > 0)
}
