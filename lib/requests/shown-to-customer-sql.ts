import { sql } from "drizzle-orm"
import { requestEvents } from "@/db/schema/requests"
import { CUSTOMER_KINDS } from "@/lib/model/event"

const KINDS = sql.raw(CUSTOMER_KINDS.map((kind) => `'${kind}'`).join())

/** True for events of a request that its customer may be shown: of a kind meant for them, and meant for them itself. */
export const SHOWN_TO_CUSTOMER = sql<boolean>`(${requestEvents.visibleToCustomer} and ${requestEvents.kind} in (${KINDS}))`
