import { type SQL, sql } from "drizzle-orm"
import { accounts } from "@/db/schema/accounts"
import { presences } from "@/db/schema/presences"

/** An SQL array in JSON: who is at a request now, each once whatever they have open. */
export const presentPeopleSql = (requestId: SQL): SQL => sql`coalesce((
  select jsonb_agg(jsonb_build_object('id', it.id, 'name', it.name, 'doing', it.doing) order by it.name, it.id)
  from (
    select ${accounts.id} as id, ${accounts.name} as name,
      case when bool_or(${presences.doing} = 'typing') then 'typing' else 'viewing' end as doing
    from ${presences} join ${accounts} on ${accounts.id} = ${presences.accountId}
    where ${presences.requestId} = ${requestId} and ${presences.until} > now()
    group by ${accounts.id}) it), '[]')`
