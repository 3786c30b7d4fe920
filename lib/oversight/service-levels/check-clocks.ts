import { lte, sql } from "drizzle-orm"
import { db, type Tx, transaction } from "@/db/client"
import { clockChecks } from "@/db/schema/dispatch"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { enqueue } from "@/lib/platform/jobs/enqueue"
import { type Alerts, decideAlerts } from "./alerts"
import { type ClockReading, calendarFor, isPending, readClocks } from "./clock-state"
import { loadHistories } from "./load-histories"
import { decideRenewals, type NewPromise } from "./renewals"
import { supervisorsOnDuty } from "./supervisors-on-duty"

const BATCH = 100

/**
 * Sends one warning when a service level of a request is about to be missed, and one alert when it was. Customers are given
 * another time before what they were promised breaks.
 */
export async function checkClocks(): Promise<void> {
  await db.execute(UNDER_WAY)
  let checked: number
  do checked = await transaction(checkSome)
  while (checked === BATCH)
}

interface Judged extends Alerts {
  id: string
  renew: readonly NewPromise[]
}

const sooner = (one: number | null, other: number | null): number | null =>
  one === null ? other : other === null ? one : Math.min(one, other)

/** Clocks to check now. Times are kept in milliseconds, so that a rounded one may lie a fraction ahead. */
const DUE = lte(clockChecks.checkAt, sql`now() + interval '1 millisecond'`)

/** What a process of the release before has looked at, which does not say when it is due. */
const UNDER_WAY = sql`
  update ${clockChecks} set check_at = now() where due_at = '-infinity' and (check_at is null or check_at > now())`

/** A report that joined another emergency is late when that one is. Separating it sets its clock again. */
const REST_OF_JOINED = sql`
  update ${clockChecks} set check_at = null, due_at = 'infinity' where request_id in (
    select request_id from ${clockChecks} join ${serviceRequests} on ${serviceRequests.id} = request_id
    where ${serviceRequests.joinedTo} is not null and ${DUE} order by request_id for update of ${clockChecks} skip locked)`

/** Checks a batch and returns its size. It skips rows locked by another process, which then sends their alerts. */
async function checkSome(tx: Tx): Promise<number> {
  await tx.execute(REST_OF_JOINED)
  const due = await tx
    .select({ requestId: clockChecks.requestId, warned: clockChecks.warned, breached: clockChecks.breached })
    .from(clockChecks)
    .where(DUE)
    .orderBy(clockChecks.checkAt)
    .limit(BATCH)
    .for("update", { skipLocked: true })
  if (due.length === 0) return 0
  const said = new Map(due.map((row) => [row.requestId, row]))
  const { requests, terms, now } = await loadHistories(tx, [...said.keys()])
  const judged = requests.map((request) => {
    const before = said.get(request.id) ?? { warned: [], breached: [] }
    const readings = readClocks(request, terms, now)
    const calendarOf = (reading: ClockReading) => calendarFor(reading, terms)
    const { renew, renewAt } = decideRenewals(readings, request.renewals, { ...request, now, calendarOf })
    const alerts = decideAlerts(readings, before, now)
    return { id: request.id, ...alerts, renew, checkAt: sooner(alerts.checkAt, renewAt) }
  })
  await keep(tx, judged)
  const escalated = judged.filter(({ breach }) => breach.some(isPending))
  const told = escalated.length > 0 ? await supervisorsOnDuty(tx) : []
  await tell(tx, judged, told.length)
  for (const accountId of told)
    await enqueue(tx, "send_mail", { kind: "late_requests", accountId, requestIds: escalated.map(({ id }) => id) })
  return due.length
}

async function keep(tx: Tx, judged: readonly Judged[]): Promise<void> {
  const targets = (readings: readonly ClockReading[]) => readings.map(({ target }) => target)
  const rows = judged.map(({ id, warn, breach, checkAt, dueAt }) => ({
    id,
    checkAt,
    dueAt,
    warned: targets(warn),
    breached: targets(breach),
  }))
  await tx.execute(sql`
    update ${clockChecks} set check_at = to_timestamp(judged."checkAt" / 1000), due_at = judged."dueAt",
      warned = ${clockChecks.warned} || array(select jsonb_array_elements_text(judged.warned)),
      breached = ${clockChecks.breached} || array(select jsonb_array_elements_text(judged.breached))
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as judged(id uuid, "checkAt" float8, "dueAt" timestamptz, warned jsonb, breached jsonb)
    where ${clockChecks.requestId} = judged.id`)
}

/** Records the alerts in the timelines, visible to staff only, and the new times that customers are promised. */
async function tell(tx: Tx, judged: readonly Judged[], told: number): Promise<void> {
  const events = judged.flatMap(({ id: requestId, warn, breach, renew }) => [
    ...renew.map(({ target, dueAt, by, times }) => ({
      requestId,
      kind: "renewed" as const,
      data: { target, dueAt: new Date(dueAt).toISOString(), by: new Date(by).toISOString(), times },
      visibleToCustomer: true,
    })),
    ...warn.map((it) => ({ requestId, kind: "warned" as const, data: about(it), visibleToCustomer: false })),
    ...breach.map((it) => ({
      requestId,
      kind: "breached" as const,
      data: { ...about(it), told: isPending(it) ? told : 0 },
      visibleToCustomer: false,
    })),
  ])
  if (events.length > 0) await tx.insert(requestEvents).values(events)
}

const about = ({ target, dueAt }: ClockReading) => ({ target, dueAt: new Date(dueAt ?? 0).toISOString() })
