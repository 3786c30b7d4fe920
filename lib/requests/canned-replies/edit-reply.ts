import { eq, sql } from "drizzle-orm"
import { one, transaction } from "@/db/client"
import { cannedReplies } from "@/db/schema/canned-replies"
import { type Actor, authorOf } from "@/lib/model/actor"
import { changedMeanwhile } from "@/lib/model/errors"
import { audit } from "@/lib/platform/audit/audit"
import type { ReplyEdit } from "./contract"
import { lockReply } from "./lock-reply"
import { unlessTaken } from "./make-reply"

/**
 * Changes a text that staff answer with, and returns it.
 * @throws AppError `not_found` or `forbidden` by policy, `conflict` when it has changed since, `invalid` when another has the
 * name
 */
export const editReply = (actor: Actor, { id, name, text, version }: ReplyEdit) =>
  unlessTaken(() =>
    transaction(async (tx) => {
      const reply = await lockReply(tx, actor, id)
      if (reply.name === name && reply.text === text) return reply
      if (reply.version !== version) throw changedMeanwhile("This reply")
      const set = { name, text, version: sql`${cannedReplies.version} + 1`, updatedAt: sql`now()` }
      const edited = one(await tx.update(cannedReplies).set(set).where(eq(cannedReplies.id, id)).returning())
      await audit(tx, authorOf(actor), { action: "reply.edited", subject: ["reply", id] })
      return edited
    }),
  )
