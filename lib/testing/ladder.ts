import { eq, sql } from "drizzle-orm"
import { db } from "@/db/client"
import { staff } from "@/db/schema/accounts"
import { emergencies } from "@/db/schema/dispatch"
import { escalateEmergency } from "@/lib/dispatch/escalation/escalate-emergency"
import type { Actor } from "@/lib/model/actor"
import { makeActor } from "./people"

/** Where an emergency is on its ladder. */
export async function emergencyOf(id: string) {
  const [emergency] = await db.select().from(emergencies).where(eq(emergencies.requestId, id))
  if (!emergency) throw new Error("This is no emergency.")
  return emergency
}

/** The time of the offer that runs is over. */
export async function letPass(id: string): Promise<void> {
  const { offer } = await emergencyOf(id)
  await escalateEmergency({ requestId: id, offer })
}

/** With whom it is, one after the other until the end of the round. */
export async function allOffersOf(id: string): Promise<(string | null)[]> {
  const with_: (string | null)[] = []
  for (;;) {
    const { rung, offeredTo } = await emergencyOf(id)
    with_.push(offeredTo)
    if (rung === "supervisors") return with_
    await letPass(id)
  }
}

const HOUR = 3_600_000
export const onCall = () => ({
  onCallFrom: new Date(Date.now() - HOUR),
  onCallUntil: new Date(Date.now() + HOUR),
})

/** Somebody who is qualified for leaks of gas. */
export async function makeWorker(level: 1 | 2 | 3, changes: Partial<typeof staff.$inferInsert> = {}): Promise<Actor> {
  const worker = await makeActor("staff", { name: `Level ${level}` })
  const skills = { levels: { gas_leak: level }, ...changes }
  await db.update(staff).set(skills).where(eq(staff.accountId, worker.id))
  return worker
}

/** Jobs of one kind in the order in which they were queued. */
export const jobs = (task: string) =>
  db.execute<{ payload: Record<string, unknown>; run_at: Date; at: Date }>(sql`
    select payload, run_at, created_at as at from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = ${task} order by j.id`)

/** As if everything about emergencies had happened so much earlier. */
export async function makeEarlier(minutes: number): Promise<void> {
  const interval = sql`make_interval(secs => ${minutes * 60}::float8)`
  await db.execute(sql`update emergencies set offered_at = offered_at - ${interval}, due_at = due_at - ${interval},
    round_at = round_at - ${interval}`)
  await db.execute(sql`update emergency_notices set sent_at = sent_at - ${interval}`)
  await db.execute(sql`update graphile_worker._private_jobs set run_at = run_at - ${interval}`)
}
