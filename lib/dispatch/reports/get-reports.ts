import { sql } from "drizzle-orm"
import { prepared } from "@/db/prepared"
import { accounts } from "@/db/schema/accounts"
import { OPEN_ROWS, requestEvents, serviceRequests } from "@/db/schema/requests"
import { unconfirmedNotesSql } from "@/lib/dispatch/escalation/unconfirmed-notes-sql"
import type { Actor } from "@/lib/model/actor"
import { authorize } from "@/lib/model/policy"
import { dangerEventSql } from "@/lib/requests/danger-event-sql"
import { seeRequest } from "@/lib/requests/get-request"
import { clustersOf, type EmergencyCluster } from "./clusters"
import { type JoinedReport, MOST_WORDS, type PartOfReports, type Reports, type ReportsPart } from "./contract"
import { timesSql } from "./join-sql"

/** So many of the reports that joined an emergency are shown with it in a list. */
const SHOWN = 20
const WORDS = sql.raw(String(MOST_WORDS))
const LATEST = "ffffffff-ffff-ffff-ffff-ffffffffffff"

const ids = sql`${sql.placeholder("ids")}::uuid[]`
const before = sql`${sql.placeholder("before")}::uuid`

/** How many reports joined each of these emergencies, and the latest of them before one. */
const joinedTo = prepared((db) =>
  db
    .select({
      lead: sql<string>`lead`,
      times: timesSql(sql`lead`),
      reports: sql<JoinedReport[]>`(
        select coalesce(json_agg(json_build_object('id', id, 'reference', reference, 'premises', premises, 'createdAt', created_at,
          'category', category, 'danger', danger, 'everyoneOutside', everyone_outside, 'anyoneUnwell', anyone_unwell,
          'description', left(description, ${WORDS}), 'added', left(added, ${WORDS}),
          'customer', json_build_object('name', name, 'phone', phone)) order by id desc), '[]')
        from (
          select r.id, r.reference, r.premises, r.created_at, c.name, coalesce(r.contact_phone, c.phone) as phone,
            r.description, ${unconfirmedNotesSql(sql`r.id`)} as added, r.category, r.everyone_outside, r.anyone_unwell, (
              select jsonb_build_object('hazard', data ->> 'hazard', 'words', data ->> 'words')
              from ${requestEvents} where id = ${dangerEventSql(sql`r.id`)}) as danger
          from ${serviceRequests} r join ${accounts} c on c.id = r.customer_id
          where r.joined_to = lead and r.id < ${before} order by r.id desc limit ${sql.placeholder("limit")}) latest)`,
    })
    .from(sql`unnest(${ids}) lead`),
)

const openLeads = prepared((db) =>
  db
    .select({
      id: serviceRequests.id,
      premises: serviceRequests.premises,
      createdAt: serviceRequests.createdAt,
      version: serviceRequests.version,
    })
    .from(serviceRequests)
    .where(sql`${serviceRequests.priority} = 'emergency' and ${OPEN_ROWS} and ${serviceRequests.joinedTo} is null`),
)

/**
 * The other reports of each of these emergencies, and which others are around it. `mayTake` are ids of those that the
 * reader may take.
 */
export async function readReports(
  leads: readonly string[],
  mayTake: readonly string[],
  { before = LATEST, limit = SHOWN } = {},
): Promise<Map<string, Reports>> {
  if (leads.length === 0) return new Map()
  const part = { ids: `{${leads.join()}}`, before, limit }
  const [joined, open] = await Promise.all([joinedTo.execute(part), openLeads.execute({})])
  const around = new Map(clustersOf(open).flatMap((cluster) => cluster.ids.map((id) => [id, cluster] as const)))
  const versions = new Map(open.filter(({ id }) => mayTake.includes(id)).map(({ id, version }) => [id, version]))
  return new Map(
    joined.map(({ lead, times, reports }) => [
      lead,
      {
        reportedAgain: times,
        reports: reports.map((one) => ({ ...one, createdAt: new Date(one.createdAt) })),
        around: aroundOf(around.get(lead), versions),
      },
    ]),
  )
}

function aroundOf(cluster: EmergencyCluster | undefined, versions: ReadonlyMap<string, number>): Reports["around"] {
  if (!cluster) return null
  const taken = cluster.ids.flatMap((id) => {
    const version = versions.get(id)
    return version === undefined ? [] : [{ id, version }]
  })
  const { label, ids } = cluster
  return { label, reports: ids.length, ids: taken.map(({ id }) => id), versions: taken.map(({ version }) => version) }
}

/**
 * The latest other reports of one emergency, or those before a given one, and how many are around it.
 * @throws AppError `not_found` when the actor may not see the request, `forbidden` for its customer.
 */
export async function getReports(actor: Actor, { id, before, limit }: ReportsPart): Promise<PartOfReports> {
  const request = await seeRequest(actor, { id })
  authorize(actor, "request.separate", request)
  const found = (await readReports([id], [], { before, limit: limit + 1 })).get(id)
  const { reports = [], ...others } = found ?? { reportedAgain: 0, around: null }
  const shown = reports.slice(0, limit)
  return { ...others, reports: shown, earlier: reports.length > limit ? (shown.at(-1)?.id ?? null) : null }
}
