import type { accounts } from "@/db/schema/accounts"
import { absences, holidays, shifts } from "@/db/schema/dispatch"
import type { AssignmentTx } from "@/lib/dispatch/assignment/lock"
import { refreshRosters } from "@/lib/dispatch/rosters/refresh-rosters"
import { dayOf, momentOf, nextDay } from "@/lib/platform/calendar/local-time"
import { env } from "@/lib/runtime/env"
import { PEOPLE } from "./people"

const ON_LEAVE = { email: "marcus@example.com", reason: "Annual leave", inDays: 20, days: 7 }

/** When the people of the demo work, when one of them is away, and the next holiday. */
export async function seedRosters(tx: AssignmentTx, people: (typeof accounts.$inferSelect)[]): Promise<void> {
  const idOf = (email: string) => people.find((person) => person.email === email)?.id ?? ""
  await tx
    .insert(shifts)
    .values(PEOPLE.flatMap(({ email, week = [] }) => week.map((shift) => ({ ...shift, accountId: idOf(email) }))))
  const { email, reason, inDays, days } = ON_LEAVE
  const [startsAt, endsAt] = [midnightIn(inDays), midnightIn(inDays + days)] as const
  await tx.insert(absences).values({ accountId: idOf(email), startsAt, endsAt, reason })
  await tx.insert(holidays).values({ day: nextNewYear(), name: "New Year's Day" })
  await refreshRosters(tx)
}

const today = (): string => dayOf(Date.now(), env().TIME_ZONE)

function midnightIn(days: number): Date {
  let day = today()
  for (let passed = 0; passed < days; passed++) day = nextDay(day)
  return new Date(momentOf(day, "00:00", env().TIME_ZONE))
}

const nextNewYear = (): string => `${Number(today().slice(0, 4)) + 1}-01-01`
