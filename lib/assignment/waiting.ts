import { inArray } from "drizzle-orm"
import { db } from "@/db/client"
import { emergencies } from "@/db/schema/dispatch"
import { env } from "@/lib/env"
import type { RequestSummary } from "@/lib/requests/contract"
import { readCrew } from "./read-crew"
import { UNCONFIRMED, whyNobody } from "./waiting-words"

type Waiting = Pick<RequestSummary, "id" | "category" | "priority" | "premises" | "waitsFor">

/** Why nobody has these requests, by id. However many they are, the crew and what was offered are read once. */
export async function readWhyNobody(waiting: readonly Waiting[]): Promise<Map<string, string>> {
  if (waiting.length === 0) return new Map()
  const [{ crew }, offered] = await Promise.all([readCrew(db), readOffered(waiting)])
  return new Map(
    waiting.map(({ id, category, priority, premises, waitsFor }) => {
      const need = { requestId: id, category, priority, postcode: premises.postcode }
      return [id, waitsFor === "confirmation" ? UNCONFIRMED : whyNobody(crew, need, env().TIME_ZONE, offered.get(id))]
    }),
  )
}

/** Whom emergencies were offered to in vain. */
async function readOffered(waiting: readonly Waiting[]): Promise<Map<string, string[]>> {
  const ids = waiting.filter(({ priority }) => priority === "emergency").map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: emergencies.requestId, offered: emergencies.offered })
    .from(emergencies)
    .where(inArray(emergencies.requestId, ids))
  return new Map(rows.map(({ id, offered }) => [id, offered]))
}
