import { type CronItem, type ParsedCronItem, parseCronItems } from "graphile-worker"
import type { Jobs } from "@/lib/platform/jobs/enqueue"
import type { Tasks } from "./tasks"

const MINUTE = 60_000

/**
 * What is done again and again, and when. Each worker minds the clock by itself, and the database sees to it that each
 * time comes once; so there is no process whose end would stop it, and no job that has to lead to the next.
 */
const RECURRING: { [J in keyof Jobs]?: string } = {
  // Rosters begin and end on full minutes only.
  follow_rosters: "* * * * *",
  // It comes again by itself within the minute; this begins it, and begins it anew should a process die with it.
  check_clocks: "* * * * *",
  apply_retention: "11 * * * *",
}

/** One that is late is not done twice, and one that was missed while nobody worked is done at once. */
const itemOf = ([task, match]: [string, string]): CronItem => ({
  task,
  match,
  options: { backfillPeriod: 5 * MINUTE, jobKey: task, jobKeyMode: "replace" },
})

export const recurring = (tasks: Partial<Tasks>): ParsedCronItem[] =>
  parseCronItems(
    Object.entries(RECURRING)
      .filter(([task]) => task in tasks)
      .map(itemOf),
  )
