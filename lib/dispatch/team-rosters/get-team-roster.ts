import { and, asc, between, eq, gt, lt } from "drizzle-orm"
import { reading } from "@/db/client"
import { accounts, staff } from "@/db/schema/accounts"
import { absences, holidays, shifts } from "@/db/schema/dispatch"
import { settings } from "@/db/schema/records"
import { AssignmentRules, DEFAULT_ASSIGNMENT } from "@/lib/dispatch/assignment/rules"
import { byAccount } from "@/lib/dispatch/rosters/by-account"
import type { WeeklyShift } from "@/lib/dispatch/rosters/shift"
import { ABLE_TO_WORK, BY_NAME } from "@/lib/dispatch/staff/member"
import type { Actor } from "@/lib/model/actor"
import type { Category } from "@/lib/model/category"
import { permit } from "@/lib/model/policy"
import { dayOf, type Span } from "@/lib/platform/calendar/local-time"
import { env } from "@/lib/runtime/env"
import type { TeamRoster, WeekAsked } from "./contract"
import { coverageOf } from "./coverage"
import { absentOn, eveOf, hoursOf, shiftsOn, spansWithout, weekOf } from "./week"

/**
 * Returns one week of the whole team: a page of people by name with what they work and when they are absent, and what
 * each hour lacks. As many statements however many people there are.
 * @throws AppError `forbidden` unless the actor may read the team.
 */
export async function getTeamRoster(actor: Actor, { week, after, limit }: WeekAsked): Promise<TeamRoster> {
  permit(actor, "team.read")
  const zone = env().TIME_ZONE
  const days = weekOf(week ?? dayOf(Date.now(), zone), zone)
  const allDays = [...eveOf(days, zone), ...days]
  const [people, plans, away, free, levels] = await Promise.all([
    readPeople(),
    readPlans(),
    readAbsences(spanOf(allDays)),
    readHolidays(allDays.map(({ day }) => day)),
    readLevels(),
  ])
  const team = people.map(({ id, name, capacity, categories, levels: have }) => {
    const [plan, absent] = [plans.get(id) ?? [], away.get(id) ?? []]
    const planned = allDays.map((it) => shiftsOn(it, plan, zone, free.has(it.day)))
    const spansOf = (duty: WeeklyShift["duty"]) =>
      planned.flat().flatMap((it) => (it.duty === duty ? { from: +it.from, until: +it.until } : []))
    const skills = new Set(categories.filter((it) => capacity > 0 && (have[it] ?? 1) >= (levels[it] ?? 1)))
    return {
      presence: {
        skills,
        shift: spansWithout(spansOf("shift"), absent),
        onCall: spansWithout(spansOf("on_call"), absent),
      },
      person: {
        ...{ id, name, hasSetHours: plan.some(({ duty }) => duty === "shift") },
        days: days.map((it, i) => ({ day: it.day, shifts: planned[i + 1] ?? [], absent: absentOn(it, absent) })),
      },
    }
  })
  const hours = coverageOf(
    days.flatMap(hoursOf),
    team.map(({ presence }) => presence),
  )
  const first = after === undefined ? 0 : team.findIndex(({ person }) => person.id === after) + 1
  const items = team.slice(first, first + limit).map(({ person }) => person)
  return {
    timeZone: zone,
    days: days.map(({ day, from, until }) => ({
      ...{ day, holiday: free.get(day) ?? null },
      hours: hours.filter((hour) => from <= +hour.from && +hour.from < until),
    })),
    items,
    next: first + limit < team.length ? (items.at(-1)?.id ?? null) : null,
  }
}

const spanOf = (days: readonly Span[]): Span => ({ from: days[0]?.from ?? 0, until: days.at(-1)?.until ?? 0 })

const readPeople = () =>
  reading
    .select({
      id: accounts.id,
      name: accounts.name,
      capacity: staff.capacity,
      categories: staff.categories,
      levels: staff.levels,
    })
    .from(staff)
    .innerJoin(accounts, eq(accounts.id, staff.accountId))
    .where(ABLE_TO_WORK)
    .orderBy(...BY_NAME)

async function readPlans(): Promise<Map<string, WeeklyShift[]>> {
  const rows = await reading
    .select({
      accountId: shifts.accountId,
      duty: shifts.duty,
      weekday: shifts.weekday,
      startsAt: shifts.startsAt,
      endsAt: shifts.endsAt,
    })
    .from(shifts)
    .orderBy(asc(shifts.startsAt), asc(shifts.duty))
  // The database writes times with seconds, which are always zero.
  return byAccount(
    rows.map(({ startsAt, endsAt, ...it }) => ({ ...it, startsAt: startsAt.slice(0, 5), endsAt: endsAt.slice(0, 5) })),
  )
}

async function readAbsences({ from, until }: Span): Promise<Map<string, Span[]>> {
  const rows = await reading
    .select({ accountId: absences.accountId, from: absences.startsAt, until: absences.endsAt })
    .from(absences)
    .where(and(gt(absences.endsAt, new Date(from)), lt(absences.startsAt, new Date(until))))
  return byAccount(rows.map((it) => ({ accountId: it.accountId, from: +it.from, until: +it.until })))
}

async function readHolidays(days: readonly string[]): Promise<Map<string, string>> {
  const rows = await reading
    .select()
    .from(holidays)
    .where(between(holidays.day, days[0] ?? "", days.at(-1) ?? ""))
  return new Map(rows.map(({ day, name }) => [day, name]))
}

async function readLevels(): Promise<Partial<Record<Category, number>>> {
  const [found] = await reading.select({ value: settings.value }).from(settings).where(eq(settings.name, "assignment"))
  return AssignmentRules.parse(found?.value ?? DEFAULT_ASSIGNMENT).levels
}
