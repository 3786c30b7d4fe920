import { and, asc, eq, inArray } from "drizzle-orm"
import { db } from "@/db/client"
import { requestEvents } from "@/db/schema/requests"
import type { EventData } from "@/lib/model/event"
import { isOpen, type Status } from "@/lib/model/status"
import { SHOWN_TO_CUSTOMER } from "@/lib/requests/shown-to-customer-sql"
import type { ReportStatus } from "./contract"

/** What a reporter has added to a report, and what staff told them when it came to this status, if it has ended. */
export async function readHistory(id: string, status: Status): Promise<Pick<ReportStatus, "note" | "added">> {
  const events = await db
    .select({ kind: requestEvents.kind, data: requestEvents.data, at: requestEvents.createdAt })
    .from(requestEvents)
    .where(
      and(
        eq(requestEvents.requestId, id),
        inArray(requestEvents.kind, ["noted", "messaged", "moved"]),
        SHOWN_TO_CUSTOMER,
      ),
    )
    .orderBy(asc(requestEvents.id))
  const notes = events.flatMap((it) => toldBy(it as Kept))
  return {
    note: isOpen(status) ? null : (notes.at(-1) ?? null),
    added: events.flatMap((it) => addedBy(it as Kept)),
  }
}

/** An event that was read, with the data that its kind has. */
type Kept = { [K in "noted" | "messaged" | "moved"]: { kind: K; data: EventData[K]; at: Date } }[
  | "noted"
  | "messaged"
  | "moved"]

function toldBy({ kind, data }: Kept): string[] {
  if (kind === "moved") return data.note === undefined ? [] : [data.note]
  return kind === "messaged" && data.from === "staff" ? [data.message] : []
}

function addedBy({ kind, data, at }: Kept): ReportStatus["added"] {
  if (kind === "noted") return [{ details: data.note, at }]
  return kind === "messaged" && data.from === "customer" ? [{ details: data.message, at }] : []
}
