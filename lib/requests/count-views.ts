import { and, eq, isNull, type SQL, sql } from "drizzle-orm"
import { prepared } from "@/db/prepared"
import { OPEN_ROWS, serviceRequests } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { permit } from "@/lib/model/policy"
import { conditions } from "./list-conditions"
import { tableSql } from "./list-order"
import { VIEW_COUNT_LIMIT, viewCountInWords } from "./view-count"

const { assigneeId, joinedTo, priority, status } = serviceRequests
const THEIRS = eq(assigneeId, sql`${sql.placeholder("actorId")}::uuid`)

/** The views of staff, each with the rows it has. Each is read from an index, up to the bound. */
const VIEWS = {
  overdue: () => and(OPEN_ROWS, conditions.overdue),
  dueSoon: () => and(OPEN_ROWS, conditions.soon),
  mine: () => and(THEIRS, OPEN_ROWS),
  open: () => OPEN_ROWS,
  unassigned: () => and(isNull(assigneeId), isNull(joinedTo), OPEN_ROWS),
  emergencies: () => and(eq(priority, "emergency"), OPEN_ROWS),
  onHold: () => eq(status, "on_hold"),
  resolved: () => eq(status, "resolved"),
  all: () => undefined,
} satisfies Record<string, () => SQL | undefined>

export type ViewName = keyof typeof VIEWS
/** How many requests each view has, as it is shown: "12", or "999+". */
export type ViewCounts = Record<ViewName, string>

/** The views of what is due, which another table knows. */
const OF_DUE: readonly ViewName[] = ["overdue", "dueSoon"]

const NAMES = Object.keys(VIEWS) as ViewName[]

const counting = (whose: SQL | undefined) =>
  prepared(
    (db) => {
      const counted = NAMES.map((name) => {
        const which = and(VIEWS[name](), whose) ?? sql`true`
        const table = tableSql(OF_DUE.includes(name) ? "due" : "createdAt")
        return sql`(select count(*)::int from (select from ${table} where ${which} limit ${VIEW_COUNT_LIMIT + 1}) rows)`
      })
      return db
        .select({ counts: sql<number[]>`json_build_array(${sql.join(counted, sql`, `)})` })
        .from(sql`(select 1) once`)
    },
    { reading: true },
  )

const ofAll = counting(undefined)
const ofTheirs = counting(THEIRS)

/**
 * How many requests each view has of those that the actor may see, in one statement.
 * @throws AppError `forbidden` for customers and keys
 */
export async function countViews(actor: Actor): Promise<ViewCounts> {
  const query = permit(actor, "request.explain") === "any" ? ofAll : ofTheirs
  const [row] = await query.execute({ actorId: actor.id })
  return Object.fromEntries(NAMES.map((name, at) => [name, viewCountInWords(row?.counts[at] ?? 0)])) as ViewCounts
}
