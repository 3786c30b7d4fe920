import { and, eq, or, sql } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { unsentWords } from "@/db/schema/unsent"
import type { Actor } from "@/lib/model/actor"
import type { UnsentKind } from "@/lib/model/message"
import type { UnsentSeen } from "./contract"
import { NEXT_VERSION, VERSION_NOW } from "./version-sql"

interface Sent {
  id: string
  text: string
  unsent?: UnsentSeen | undefined
}

/**
 * Empties what the actor had kept of words that are sent now, with the transaction that sends them. Other words, which they
 * have begun in another window, stay there.
 */
export async function settleUnsent(tx: Tx, actor: Actor, kind: UnsentKind, { id, text, unsent }: Sent): Promise<void> {
  if (actor.key) return
  const { version = -1, window, turn } = unsent ?? {}
  const emptied = {
    ...{ text: "", version: NEXT_VERSION, updatedAt: sql`now()` },
    ...(window && { window, turn }),
  }
  const isSent = or(
    window ? eq(unsentWords.window, window) : undefined,
    sql`${unsentWords.version} <= ${version}::bigint`,
    eq(unsentWords.text, text),
  )
  const place = and(eq(unsentWords.accountId, actor.id), eq(unsentWords.requestId, id), eq(unsentWords.kind, kind))
  if (!window) return void (await tx.update(unsentWords).set(emptied).where(and(place, isSent)))
  // What this window had on its way comes later and finds that it is over.
  await tx
    .insert(unsentWords)
    .values({ accountId: actor.id, requestId: id, kind, text: "", version: VERSION_NOW, window, turn })
    .onConflictDoUpdate({
      target: [unsentWords.accountId, unsentWords.requestId, unsentWords.kind],
      set: emptied,
      setWhere: isSent,
    })
}
