import { and, asc, eq, inArray } from "drizzle-orm"
import { db } from "@/db/client"
import { requestEvents } from "@/db/schema/requests"
import type { EventData } from "@/lib/model/event"
import { isOpen, type Status } from "@/lib/model/status"
import type { ReportStatus } from "./contract"

/** What a reporter has added to a report, and what staff told them when it came to this status, if it has ended. */
export async function readHistory(id: string, status: Status): Promise<Pick<ReportStatus, "note" | "added">> {
  const events = await db
    .select({ kind: requestEvents.kind, data: requestEvents.data, at: requestEvents.createdAt })
    .from(requestEvents)
    .where(
      and(
        eq(requestEvents.requestId, id),
        inArray(requestEvents.kind, ["noted", "moved"]),
        eq(requestEvents.visibleToCustomer, true),
      ),
    )
    .orderBy(asc(requestEvents.id))
  const notes = events.flatMap(({ kind, data }) => (kind === "moved" ? [(data as EventData["moved"]).note] : []))
  return {
    note: isOpen(status) ? null : (notes.findLast((note) => note !== undefined) ?? null),
    added: events.flatMap(({ kind, data, at }) =>
      kind === "noted" ? [{ details: (data as EventData["noted"]).note, at }] : [],
    ),
  }
}
