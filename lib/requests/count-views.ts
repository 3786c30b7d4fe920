import { and, eq, isNull, type SQL, sql } from "drizzle-orm"
import { reading } from "@/db/client"
import { OPEN_ROWS, serviceRequests } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { permit } from "@/lib/model/policy"
import { conditions } from "./list-conditions"
import { tableSql } from "./list-order"

/** More are not counted: nobody works by whether it is 120 or 130. */
const MOST = 99

const { assigneeId, joinedTo, priority, status } = serviceRequests

/** The views of staff, each with the rows it has. Each is read from an index, up to the bound. */
const VIEWS = {
  overdue: () => and(OPEN_ROWS, conditions.overdue),
  dueSoon: () => and(OPEN_ROWS, conditions.soon),
  mine: (actor: Actor) => and(eq(assigneeId, actor.id), OPEN_ROWS),
  open: () => OPEN_ROWS,
  unassigned: () => and(isNull(assigneeId), isNull(joinedTo), OPEN_ROWS),
  emergencies: () => and(eq(priority, "emergency"), OPEN_ROWS),
  onHold: () => eq(status, "on_hold"),
  resolved: () => eq(status, "resolved"),
  all: () => undefined,
} satisfies Record<string, (actor: Actor) => SQL | undefined>

export type ViewName = keyof typeof VIEWS
/** How many requests each view has, as it is shown: "12", or "99+". */
export type ViewCounts = Record<ViewName, string>

/** The views of what is due, which another table knows. */
const OF_DUE: readonly ViewName[] = ["overdue", "dueSoon"]

const NAMES = Object.keys(VIEWS) as ViewName[]

/**
 * How many requests each view has of those that the actor may see, in one statement.
 * @throws AppError `forbidden` for customers and keys
 */
export async function countViews(actor: Actor): Promise<ViewCounts> {
  const theirs = permit(actor, "request.explain") === "any" ? undefined : eq(assigneeId, actor.id)
  const counted = NAMES.map((name) => {
    const which = and(VIEWS[name](actor), theirs) ?? sql`true`
    const table = tableSql(OF_DUE.includes(name) ? "due" : "createdAt")
    return sql`(select count(*)::int from (select from ${table} where ${which} limit ${MOST + 1}) rows)`
  })
  const [row] = await reading.execute<{ counts: number[] }>(
    sql`select json_build_array(${sql.join(counted, sql`, `)}) as counts`,
  )
  const shown = (count = 0) => (count > MOST ? `${MOST}+` : `${count}`)
  return Object.fromEntries(NAMES.map((name, at) => [name, shown(row?.counts[at])])) as ViewCounts
}
