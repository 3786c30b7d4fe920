import { type CronItem, type ParsedCronItem, parseCronItems } from "graphile-worker"
import type { Jobs } from "@/lib/platform/jobs/enqueue"
import type { Tasks } from "./tasks"

const MINUTE = 60_000

/**
 * Recurring jobs and their schedules. Every worker plans them and the database runs each time once, so that no single
 * process is needed and no job has to enqueue the next.
 */
const RECURRING: { [J in keyof Jobs]?: string } = {
  // Rosters begin and end on full minutes only.
  follow_rosters: "* * * * *",
  // It comes again by itself within the minute; this begins it, and begins it anew should a process die with it.
  check_clocks: "* * * * *",
  apply_retention: "11 * * * *",
  refresh_reports: "* * * * *",
  close_silent: "23 * * * *",
  link_premises: "* * * * *",
  forget_premises: "* * * * *",
  scan_waiting: "* * * * *",
  fold_tallies: "41 * * * *",
  find_photos: "* * * * *",
}

/** A late run is not repeated, and one missed within five minutes is run immediately. */
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
