import { z } from "zod"
import { CATEGORY_IDS, type Category, categoryFacts, PRIORITIES } from "@/lib/model/category"
import { TARGETS, type Target } from "@/lib/model/target"
import { Version } from "@/lib/model/text"
import { type DurationTyped, readDuration } from "./duration-text"
import { HOURS, type Hours, ServiceLevels, TimeLimit } from "./service-levels"

const NOT_A_TIME = "Enter a time with its unit, like 4 h, 30 min or 2 d"
const WORKING_DAYS = "Working days differ in length. Enter hours, like 20 h"

const Time = z.string(NOT_A_TIME).transform((text, context): DurationTyped => {
  const typed = readDuration(text)
  const issues = typed ? TimeLimit.shape.minutes.safeParse(typed.minutes).error?.issues : [{ message: NOT_A_TIME }]
  for (const { message } of issues ?? []) context.addIssue({ code: "custom", message })
  return typed ?? z.NEVER
})

/** Each priority says how long something may take, and whether working hours count only. */
const Limit = z.object({ time: Time, working: z.boolean().default(false) })
/** A category may leave either as it is for its priority. */
const Exception = z.object({ time: Time.optional(), hours: z.enum(HOURS, "Choose which hours count").optional() })

const byTarget = <T extends z.ZodType>(cell: T) =>
  z.object({ acknowledge: cell, first_response: cell, resolution: cell } satisfies Record<Target, T>)

/** The matrix of service levels as a form sends it: times as people type them. */
export const LevelFields = z
  .object({
    priorities: z.record(z.enum(PRIORITIES), byTarget(Limit)),
    categories: z.partialRecord(z.enum(CATEGORY_IDS), byTarget(Exception)).default({}),
    workingHours: ServiceLevels.shape.workingHours,
    version: Version,
  })
  .superRefine(({ priorities, categories }, context) => {
    const refuse = (...path: string[]) =>
      context.addIssue({ code: "custom", path: [...path, "time"], message: WORKING_DAYS })
    for (const priority of PRIORITIES)
      for (const target of TARGETS) {
        const { time, working } = priorities[priority][target]
        if (working && time.namesDays) refuse("priorities", priority, target)
      }
    for (const category of CATEGORY_IDS)
      for (const target of TARGETS) {
        const { time, hours } = categories[category]?.[target] ?? {}
        const usual = hoursOf(priorities[categoryFacts(category).priority][target])
        if (time?.namesDays && (hours ?? usual) === "working") refuse("categories", category, target)
      }
  })
type LevelFields = z.infer<typeof LevelFields>

const hoursOf = ({ working }: { working: boolean }): Hours => (working ? "working" : "always")

/** The service levels that the form means. */
export function levelsOf({ priorities, categories, workingHours }: Omit<LevelFields, "version">): ServiceLevels {
  return {
    workingHours,
    priorities: mapped(PRIORITIES, (priority) =>
      mapped(TARGETS, (target) => {
        const { time, working } = priorities[priority][target]
        return { minutes: time.minutes, hours: hoursOf({ working }) }
      }),
    ),
    categories: Object.fromEntries(
      CATEGORY_IDS.map((category) => [category, exceptionsOf(categories[category])] as const).filter(
        ([, exceptions]) => Object.keys(exceptions).length > 0,
      ),
    ),
  }
}

function exceptionsOf(row: LevelFields["categories"][Category]) {
  const limits = TARGETS.map((target) => {
    const { time, hours } = row?.[target] ?? {}
    return [target, { ...(time && { minutes: time.minutes }), ...(hours && { hours }) }] as const
  })
  return Object.fromEntries(limits.filter(([, limit]) => Object.keys(limit).length > 0))
}

const mapped = <K extends string, V>(keys: readonly K[], of: (key: K) => V): Record<K, V> =>
  Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, V>
