import { sql } from "drizzle-orm"
import { prepared } from "@/db/prepared"
import { accounts } from "@/db/schema/accounts"
import { OPEN_ROWS, serviceRequests } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { authorize } from "@/lib/model/policy"
import { getRequest } from "@/lib/requests/get-request"
import { clustersOf, type EmergencyCluster } from "./clusters"
import type { JoinedReport, Reports } from "./contract"
import { timesSql } from "./join-sql"

/** So many of the reports that joined an emergency are shown. */
const SHOWN = 20

const ids = sql`${sql.placeholder("ids")}::uuid[]`

/** How many reports joined each of these emergencies, and the latest of them. */
const joinedTo = prepared((db) =>
  db
    .select({
      lead: sql<string>`lead`,
      times: timesSql(sql`lead`),
      reports: sql<JoinedReport[]>`(
        select coalesce(json_agg(json_build_object('id', id, 'reference', reference, 'premises', premises, 'createdAt', created_at,
          'customer', json_build_object('name', name, 'phone', phone)) order by id desc), '[]')
        from (
          select r.id, r.reference, r.premises, r.created_at, c.name, coalesce(r.contact_phone, c.phone) as phone
          from ${serviceRequests} r join ${accounts} c on c.id = r.customer_id
          where r.joined_to = lead order by r.id desc limit ${SHOWN}) latest)`,
    })
    .from(sql`unnest(${ids}) lead`),
)

const openLeads = prepared((db) =>
  db
    .select({ id: serviceRequests.id, premises: serviceRequests.premises, createdAt: serviceRequests.createdAt })
    .from(serviceRequests)
    .where(sql`${serviceRequests.priority} = 'emergency' and ${OPEN_ROWS} and ${serviceRequests.joinedTo} is null`),
)

/**
 * The other reports of each of these emergencies, and which others are around it. `mayTake` are ids of those that the
 * reader may take.
 */
export async function readReports(leads: readonly string[], mayTake: readonly string[]): Promise<Map<string, Reports>> {
  if (leads.length === 0) return new Map()
  const [joined, open] = await Promise.all([joinedTo.execute({ ids: `{${leads.join()}}` }), openLeads.execute({})])
  const around = new Map(clustersOf(open).flatMap((cluster) => cluster.ids.map((id) => [id, cluster] as const)))
  return new Map(
    joined.map(({ lead, times, reports }) => [
      lead,
      {
        reportedAgain: times,
        reports: reports.map((one) => ({ ...one, createdAt: new Date(one.createdAt) })),
        around: aroundOf(around.get(lead), mayTake),
      },
    ]),
  )
}

const aroundOf = (cluster: EmergencyCluster | undefined, mayTake: readonly string[]): Reports["around"] =>
  cluster
    ? { label: cluster.label, reports: cluster.ids.length, ids: cluster.ids.filter((id) => mayTake.includes(id)) }
    : null

/**
 * The other reports of one emergency, and how many are around it.
 * @throws AppError `not_found` when the actor may not see the request, `forbidden` for its customer.
 */
export async function getReports(actor: Actor, { id }: { id: string }): Promise<Reports> {
  const request = await getRequest(actor, { id })
  authorize(actor, "request.separate", request)
  const found = (await readReports([id], [])).get(id)
  return found ?? { reportedAgain: 0, reports: [], around: null }
}
