import { and, asc, eq, inArray, notExists, sql } from "drizzle-orm"
import { one, type Tx, transaction } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { attachments, drafts } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { permit } from "@/lib/model/policy"
import { isLive } from "@/lib/model/role"
import type { Draft } from "./contract"
import { isInDanger } from "./draft-steps"

/** How many requests a customer can have begun and not sent. */
export const MAX_UNFINISHED = 20

/**
 * Begins a draft with its first answers and returns it. One that says of a danger is never refused.
 * @throws AppError `forbidden` when the actor may not file, `conflict` when they have begun too many, `unauthenticated`
 * when the account has just been deleted.
 */
export async function beginDraft(actor: Actor, answers: Draft["answers"]): Promise<Draft> {
  permit(actor, "request.file")
  return transaction(async (tx) => {
    const [account] = await tx.select().from(accounts).where(eq(accounts.id, actor.id)).for("no key update")
    if (!account || !isLive(account.state)) throw new AppError("unauthenticated", "This account has been deleted.")
    if (!isInDanger(answers)) await makeRoom(tx, actor)
    const { id, version } = one(await tx.insert(drafts).values({ customerId: actor.id, answers }).returning())
    return { id, version, answers, typed: {}, attachments: [] }
  })
}

/** Drafts that hold nothing but the answer about danger make room for others. */
async function makeRoom(tx: Tx, actor: Actor): Promise<void> {
  const unfinished = and(eq(drafts.customerId, actor.id), sql`not ${drafts.answers} ? 'filedAs'`)
  const count = await tx.$count(drafts, unfinished)
  if (count < MAX_UNFINISHED) return
  const files = tx.select().from(attachments).where(eq(attachments.openDraftId, drafts.id))
  const empty = and(unfinished, sql`${drafts.answers} - 'safetyCheck' - 'written' = '{}'`, notExists(files))
  const oldest = tx.select({ id: drafts.id }).from(drafts).where(empty).orderBy(asc(drafts.id)).limit(1)
  const gone = await tx.delete(drafts).where(inArray(drafts.id, oldest)).returning({ id: drafts.id })
  if (gone.length === 0)
    throw new AppError(
      "conflict",
      `You have ${MAX_UNFINISHED} unfinished requests. Send or discard one of them, then begin a new one.`,
    )
}
