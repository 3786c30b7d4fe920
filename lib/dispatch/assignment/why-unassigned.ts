import { eq, inArray } from "drizzle-orm"
import { db, reading } from "@/db/client"
import { emergencies } from "@/db/schema/dispatch"
import { serviceRequests } from "@/db/schema/requests"
import type { RequestSummary } from "@/lib/requests/contract"
import { REQUIRED_SKILL } from "@/lib/requests/required-skill-sql"
import { env } from "@/lib/runtime/env"
import { UNASSIGNED_FROM } from "./queue"
import { readSnapshot } from "./snapshot"
import { UNCONFIRMED_SENTENCE, whyUnassigned } from "./why-unassigned-words"

type UnassignedSummary = Pick<RequestSummary, "id" | "category" | "priority" | "premises" | "waitsFor">

/** Why these requests are unassigned: a sentence for each id. Reads the candidates once, however many requests. */
export async function readWhyUnassigned(requests: readonly UnassignedSummary[]): Promise<Map<string, string>> {
  if (requests.length === 0) return new Map()
  const [{ candidates }, offers] = await Promise.all([readSnapshot(db), readOffers(requests)])
  return new Map(
    requests.map(({ id, category, priority, premises, waitsFor }) => {
      const { skill = category, offered = undefined, unassignedFrom = [] } = offers.get(id) ?? {}
      const request = { requestId: id, category: skill, priority, postcode: premises.postcode, unassignedFrom }
      const isUnconfirmed = waitsFor === "confirmation"
      const why = () => whyUnassigned(candidates, request, env().TIME_ZONE, offered)
      return [id, isUnconfirmed ? UNCONFIRMED_SENTENCE : why()]
    }),
  )
}

/** The required skill of each, whom it was offered to in vain, and whom it was unassigned from by hand. */
async function readOffers(requests: readonly UnassignedSummary[]) {
  const ids = requests.map(({ id }) => id)
  const rows = await reading
    .select({
      id: serviceRequests.id,
      skill: REQUIRED_SKILL,
      offered: emergencies.offered,
      unassignedFrom: UNASSIGNED_FROM,
    })
    .from(serviceRequests)
    .leftJoin(emergencies, eq(emergencies.requestId, serviceRequests.id))
    .where(inArray(serviceRequests.id, ids))
  return new Map(rows.map(({ id, offered, ...row }) => [id, { ...row, offered: offered ?? [] }]))
}
