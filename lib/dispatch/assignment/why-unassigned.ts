import { eq, inArray } from "drizzle-orm"
import { db, reading } from "@/db/client"
import { emergencies } from "@/db/schema/dispatch"
import { serviceRequests } from "@/db/schema/requests"
import type { Category } from "@/lib/model/category"
import type { RequestSummary } from "@/lib/requests/contract"
import { env } from "@/lib/runtime/env"
import { REQUIRED_SKILL } from "./required-skill-sql"
import { readSnapshot } from "./snapshot"
import { UNCONFIRMED_SENTENCE, whyUnassigned } from "./why-unassigned-words"

type Waiting = Pick<RequestSummary, "id" | "category" | "priority" | "premises" | "waitsFor">

/** Why nobody has these requests, by id. However many they are, the crew and what was offered are read once. */
export async function readWhyUnassigned(waiting: readonly Waiting[]): Promise<Map<string, string>> {
  if (waiting.length === 0) return new Map()
  const [{ crew }, urgent] = await Promise.all([readSnapshot(db), readEmergencies(waiting)])
  return new Map(
    waiting.map(({ id, category, priority, premises, waitsFor }) => {
      const { needed = category, offered = undefined } = urgent.get(id) ?? {}
      const need = { requestId: id, category: needed, priority, postcode: premises.postcode }
      const isUnconfirmed = waitsFor === "confirmation"
      return [id, isUnconfirmed ? UNCONFIRMED_SENTENCE : whyUnassigned(crew, need, env().TIME_ZONE, offered)]
    }),
  )
}

/** Of emergencies, what they are work for, and whom they were offered to in vain. */
async function readEmergencies(waiting: readonly Waiting[]) {
  const ids = waiting.filter(({ priority }) => priority === "emergency").map(({ id }) => id)
  if (ids.length === 0) return new Map<string, { needed: Category; offered: string[] }>()
  const rows = await reading
    .select({ id: serviceRequests.id, needed: REQUIRED_SKILL, offered: emergencies.offered })
    .from(serviceRequests)
    .leftJoin(emergencies, eq(emergencies.requestId, serviceRequests.id))
    .where(inArray(serviceRequests.id, ids))
  return new Map(rows.map(({ id, needed, offered }) => [id, { needed, offered: offered ?? [] }]))
}
