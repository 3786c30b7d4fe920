import { type SQL, sql } from "drizzle-orm"
import { accounts } from "@/db/schema/accounts"
import { emergencies } from "@/db/schema/dispatch"
import { OPEN_ROWS, serviceRequests } from "@/db/schema/requests"
import { canTakeSql } from "@/lib/requests/can-take"

/** Those who may take it, for a row of `service_requests`. Emergencies are few, so that is asked of each. */
export const OPEN_TO: SQL = sql`case when ${serviceRequests.priority} = 'emergency' and ${OPEN_ROWS} then array(
    select ${accounts.id} from ${accounts}, ${emergencies} where ${emergencies.requestId} = ${serviceRequests.id}
      and ${accounts.role} = 'staff' and ${accounts.state} = 'active' and ${canTakeSql(sql`${accounts.id}`)})
  else '{}' end`
