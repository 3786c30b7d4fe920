import { and, eq, gt, sql } from "drizzle-orm"
import { db } from "@/db/client"
import { keptForms } from "@/db/schema/sessions"
import { unseal } from "@/lib/identity/auth/seal"
import type { Actor } from "@/lib/model/actor"
import { Id } from "@/lib/model/text"
import type { TypedForm } from "./contract"

/** What is kept under this id for a page, if it is the actor's own. */
export async function findKeptForm(actor: Actor, id: string, path: string): Promise<TypedForm | undefined> {
  if (!Id.safeParse(id).success) return undefined
  const [kept] = await db
    .select()
    .from(keptForms)
    .where(and(isKeptSql(actor, id, path), gt(keptForms.expiresAt, sql`now()`)))
  return kept && { path, ...(JSON.parse(unseal(kept.sealedValues)) as Omit<TypedForm, "path">) }
}

/** Forgets it, once it was saved. Returns whether there was such a form. */
export async function forgetKeptForm(actor: Actor, id: string, path: string): Promise<boolean> {
  if (!Id.safeParse(id).success) return false
  return (
    (
      await db
        .delete(keptForms)
        .where(isKeptSql(actor, id, path))
        .returning()
    ).length > 0
  )
}

const isKeptSql = (actor: Actor, id: string, path: string) =>
  and(eq(keptForms.id, id), eq(keptForms.accountId, actor.id), eq(keptForms.path, path))
