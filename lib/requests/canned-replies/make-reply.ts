import { sql } from "drizzle-orm"
import { one, transaction } from "@/db/client"
import { isDuplicate } from "@/db/errors"
import { cannedReplies } from "@/db/schema/canned-replies"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { permit } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import type { ReplyToMake } from "./contract"

const MOST = 200

/**
 * Adds a text that staff answer with, and returns it.
 * @throws AppError `forbidden` by policy, `invalid` when another has the name, `conflict` when there are too many
 */
export async function makeReply(actor: Actor, { name, text }: ReplyToMake) {
  permit(actor, "reply.edit")
  return unlessTaken(() =>
    transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('canned replies', 0))`)
      if ((await tx.$count(cannedReplies)) >= MOST)
        throw new AppError("conflict", `There are ${MOST} canned replies already. Delete one first.`)
      const reply = one(await tx.insert(cannedReplies).values({ name, text }).returning())
      await audit(tx, authorOf(actor), { action: "reply.created", subject: ["reply", reply.id] })
      return reply
    }),
  )
}

/** @throws AppError `invalid` when what is written has the name of another */
export async function unlessTaken<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (thrown) {
    if (!isDuplicate(thrown, "canned_replies_by_name")) throw thrown
    const message = "Another reply has this name"
    throw new AppError("invalid", message, { fields: { name: message } })
  }
}
