import { inArray } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { serviceRequests } from "@/db/schema/requests"
import { waitInWords } from "@/lib/model/wait-words"
import { momentWords } from "@/lib/platform/calendar/moment-words"

export interface MailedFacts {
  place: string
  /** When it was received, and how long ago that is. */
  received: string
}

/** What an email about emergencies tells staff, so that they know where to go before they have opened it. */
export async function emergencyFacts(tx: Tx, ids: readonly string[]): Promise<Map<string, MailedFacts>> {
  const rows = await tx
    .select({ id: serviceRequests.id, premises: serviceRequests.premises, createdAt: serviceRequests.createdAt })
    .from(serviceRequests)
    .where(inArray(serviceRequests.id, [...ids]))
  const now = Date.now()
  return new Map(
    rows.map(({ id, premises: { line1, line2, town, postcode }, createdAt }) => [
      id,
      {
        place: [line1, line2, town, postcode].filter(Boolean).join(", "),
        received: `${momentWords(createdAt.getTime(), now)}, ${agoWords(now - createdAt.getTime())}`,
      },
    ]),
  )
}

const HOUR_MS = 3_600_000

function agoWords(ms: number): string {
  const hours = Math.floor(ms / HOUR_MS)
  if (hours >= 48) return `${Math.floor(hours / 24)} days ago`
  if (hours >= 2) return `${hours} hours ago`
  return `${waitInWords(Math.floor(ms / 1000))} ago`
}
