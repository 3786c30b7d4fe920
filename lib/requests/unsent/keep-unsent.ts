import { and, eq, sql } from "drizzle-orm"
import { db } from "@/db/client"
import { serviceRequests } from "@/db/schema/requests"
import { unsentWords } from "@/db/schema/unsent"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { findRequest } from "@/lib/requests/get-request"
import type { WordsToKeep } from "./contract"
import { authorizeWords } from "./may-write"
import { NEXT_VERSION, VERSION_NOW } from "./version-sql"

/**
 * Keeps what the actor has half written about a request, until it is sent. Nothing is recorded of it. Of one window what it
 * sent last holds, in whatever order it arrives.
 * @returns the version that it is kept as
 * @throws AppError `not_found` or `forbidden` by policy, `conflict` when another window has written other words that this one
 * has not seen
 */
export async function keepUnsent(actor: Actor, words: WordsToKeep): Promise<{ version: number }> {
  const { id, kind, text, version, window, turn } = words
  authorizeWords(actor, kind, await findRequest(id))
  // The request is locked first, as by verbs that send words: what comes while they do waits for them.
  const [kept] = await db.execute<{ version: number }>(sql`
    with here as (select id from ${serviceRequests} where id = ${id}::uuid for key share)
    insert into ${unsentWords} (account_id, request_id, kind, text, version, "window", turn)
    select ${actor.id}::uuid, here.id, ${kind}::text, ${text}::text,
      ${VERSION_NOW}, ${window}::text, ${turn}::bigint from here
    on conflict (account_id, request_id, kind) do update set text = excluded.text, version = ${NEXT_VERSION},
      "window" = excluded."window", turn = excluded.turn, updated_at = now()
    where case when ${unsentWords.window} = excluded."window" then ${unsentWords.turn} < excluded.turn
      else ${unsentWords.version} <= ${version}::bigint or ${unsentWords.text} = excluded.text end
    returning version::float8 as version`)
  return kept ?? found(actor, words)
}

/** What stands there instead. */
async function found(actor: Actor, { id, kind, window }: WordsToKeep): Promise<{ version: number }> {
  const [other] = await db
    .select({ version: unsentWords.version, window: unsentWords.window })
    .from(unsentWords)
    .where(and(eq(unsentWords.accountId, actor.id), eq(unsentWords.requestId, id), eq(unsentWords.kind, kind)))
  if (!other) throw new AppError("not_found", "This request no longer exists.")
  if (other.window === window) return { version: other.version }
  throw new AppError("conflict", "You have written something else in another window. Nothing was changed.")
}
