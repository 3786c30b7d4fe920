import { type SQL, sql } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { mails } from "@/db/schema/records"
import { serviceRequests } from "@/db/schema/requests"

/** What an email names requests by: their references, and their ids in links. */
const NAMES = "GR-[2-9A-Z]{4}-[2-9A-Z]{4}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"

/**
 * Deletes emails that were kept instead of sent, to whomever, and name a request that meets a condition.
 * @param goneIds the ids of requests that are there no more
 */
export async function forgetKeptMailsAbout(tx: Tx, condition: SQL, goneIds = sql`select null::uuid`): Promise<void> {
  await tx.execute(sql`
    with named as (
      select unnest(array[${serviceRequests.reference}, ${serviceRequests.id}::text]) as name
      from ${serviceRequests} where ${condition}
      union all select id::text from (${goneIds}) gone (id))
    delete from ${mails} where ${mails.id} in (
      select it.id from ${mails} it, regexp_matches(it.subject || ' ' || it.text, ${NAMES}, 'g') found
      where found[1] in (select name from named))`)
}
