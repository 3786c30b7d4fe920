import { asc, sql } from "drizzle-orm"
import { db } from "@/db/client"
import { cannedReplies } from "@/db/schema/canned-replies"
import type { Actor } from "@/lib/model/actor"
import { permit } from "@/lib/model/policy"

/**
 * The texts that staff answer with, by name.
 * @throws AppError `forbidden` for customers and keys
 */
export async function listReplies(actor: Actor) {
  permit(actor, "reply.read")
  const { id, name, text, version, updatedAt } = cannedReplies
  const items = await db
    .select({ id, name, text, version, updatedAt })
    .from(cannedReplies)
    .orderBy(asc(sql`lower(${name})`))
  return { items }
}
