import { and, eq } from "drizzle-orm"
import { db } from "@/db/client"
import { unsentWords } from "@/db/schema/unsent"
import type { Actor } from "@/lib/model/actor"
import { UNSENT_KINDS } from "@/lib/model/message"
import { authorize } from "@/lib/model/policy"
import { findRequest } from "@/lib/requests/get-request"
import type { Unsent } from "./contract"
import { mayWrite } from "./may-write"

const NOTHING = { text: "", version: 0 }

/**
 * What the actor has half written about a request and may still send. That of others is told to nobody.
 * @throws AppError `not_found` for a request that the actor may neither see nor write about
 */
export async function getUnsent(actor: Actor, { id }: { id: string }): Promise<Unsent> {
  const [request, rows] = await Promise.all([
    findRequest(id),
    db
      .select({ kind: unsentWords.kind, text: unsentWords.text, version: unsentWords.version })
      .from(unsentWords)
      .where(and(eq(unsentWords.accountId, actor.id), eq(unsentWords.requestId, id))),
  ])
  const kinds = UNSENT_KINDS.filter((kind) => request && mayWrite(actor, kind, request))
  if (kinds.length === 0) authorize(actor, "request.read", request)
  const wordsOf = (kind: (typeof kinds)[number]) =>
    (kinds.includes(kind) && rows.find((it) => it.kind === kind)) || NOTHING
  return { message: wordsOf("message"), note: wordsOf("note") }
}
