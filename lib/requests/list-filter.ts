import type { Actor } from "@/lib/model/actor"
import { permit, type ReachOf } from "@/lib/model/policy"
import { isOpen, STATUSES, type Status } from "@/lib/model/status"
import type { RequestFilter, RequestSort } from "./contract"
import { externalSourceOf } from "./external-source"
import type { Condition, Hit, List } from "./list-conditions"
import { backwards, isByDue, placeIn } from "./list-order"
import { parseSearch, WALKED } from "./search-requests"

type Filter = Omit<RequestFilter, "status"> & { statuses: readonly Status[]; isOpenWork: boolean; sort: RequestSort }

/** The filter with each status named once. Unless it is asked for another, open work alone has an order of its own. */
function plain({ status = [], ...whole }: RequestFilter): Filter {
  const filter = { ...whole, sort: (whole.due ?? whole.dueBefore) === undefined ? whole.sort : ("due" as const) }
  const named = [status].flat()
  const statuses = [...new Set(named.flatMap((one) => (one === "open" ? STATUSES.filter(isOpen) : [one])))]
  const isOpenOnly = isOnlyOpen(filter)
  const isOpenWork = isOpenOnly && named.length === 0 ? true : named.length > 0 && named.every((one) => one === "open")
  const usual = isOpenWork ? "priority" : "-createdAt"
  return {
    ...filter,
    statuses: isOpenOnly ? statuses.filter(isOpen) : statuses,
    isOpenWork,
    sort: filter.sort ?? (filter.updatedSince ? "updatedAt" : usual),
  }
}

/** Only open work is due, and what a team has is its open work. */
const isOnlyOpen = ({ sort, team }: Pick<RequestFilter, "sort" | "team">) =>
  team !== undefined || (sort !== undefined && isByDue(sort))

function conditionsFor(
  reach: ReachOf<"request.read">,
  {
    statuses,
    isOpenWork,
    category,
    priority,
    assignee,
    externalReference,
    customerId,
    createdFrom,
    createdTo,
    updatedSince,
    sort,
    due,
    dueBefore,
    team,
  }: Filter,
): Condition[] {
  const ofDue = isByDue(sort)
  const isOpenOnly = isOnlyOpen({ sort, team })
  const ofStatus = statuses.length > 1 ? "statuses" : "status"
  const names = [
    reach === "any" ? undefined : reach,
    ofDue && (due ?? (dueBefore === undefined && "hasDue")),
    dueBefore && "dueBefore",
    isOpenOnly && "open",
    isOpenOnly ? !isOpenWork && "statuses" : statuses.length > 0 && (isOpenWork ? "open" : ofStatus),
    customerId && "customer",
    createdFrom && "from",
    createdTo && "until",
    updatedSince && "since",
    category && "category",
    priority && "priority",
    team && "team",
    assignee && (assignee === "nobody" ? "nobody" : "assignee"),
    externalReference && (reach === "any" || reach === "assigned" ? "externalReference" : "ownExternalReference"),
  ] as const
  return names.filter((name) => name !== undefined && name !== "" && name !== false)
}

const hitsFor = ({ q, area, danger }: Filter): Hit[] =>
  (["words", "area", "danger"] as const).filter((hit) => ({ words: q, area, danger })[hit] !== undefined)

/** By so much the clocks of app and database may differ. */
const SLACK_MS = 600_000

/** The smallest id that a request filed so long after a moment can have (RFC 9562, version 7). */
function firstIdAt(moment: string | undefined, after: number): string | undefined {
  if (moment === undefined) return undefined
  const digits = (new Date(moment).getTime() + after).toString(16).padStart(12, "0")
  return `${digits.slice(0, 8)}-${digits.slice(8)}-0000-0000-000000000000`
}

interface Asked {
  list: List
  /** What its statements are given. */
  values: Record<string, unknown>
}

/**
 * The list for which a filter asks. With `before` it is read backwards from there.
 * @throws AppError `forbidden` when it is to be sorted by what the actor may not know
 */
export function askedFor(actor: Actor, filter: RequestFilter, reach: ReachOf<"request.read">): Asked {
  const asked = plain(filter)
  const { statuses, sort, before } = asked
  if (isByDue(sort)) permit(actor, "request.explain")
  const cursor = before ?? asked.after
  const list = {
    names: conditionsFor(reach, asked),
    hits: hitsFor(asked),
    order: before === undefined ? sort : backwards(sort),
    goesOn: cursor !== undefined,
  }
  const values = {
    ...asked,
    ...parseSearch({
      ...filter,
      isOpen: list.names.includes("open") || (statuses.length > 0 && statuses.every(isOpen)),
    }),
    ...placeIn(sort, cursor),
    status: statuses[0],
    statuses: `{${statuses.join()}}`,
    fromId: firstIdAt(filter.createdFrom, -SLACK_MS),
    untilId: firstIdAt(filter.createdTo, SLACK_MS),
    actorId: actor.id,
    externalSource: externalSourceOf(actor),
    customerIds: `{${actor.key?.customerIds ?? ""}}`,
    rows: filter.limit + 1,
    window: WALKED,
  }
  return { list, values }
}

/** What is left of a filter where a reference is asked for: what it names is found whatever else the list is narrowed by. */
export const whateverElse = (filter: RequestFilter): RequestFilter => {
  const { q, limit, after, before } = filter
  const { sort } = plain(filter)
  return { q, limit, after, before, sort: isByDue(sort) ? undefined : sort }
}
