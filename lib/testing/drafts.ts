import { eq } from "drizzle-orm"
import { db } from "@/db/client"
import { drafts } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { beginDraft } from "@/lib/requests/drafts/begin-draft"
import type { Draft } from "@/lib/requests/drafts/contract"

/** A draft of the customer with these answers, as forms name it. */
export async function makeDraft(customer: Actor, answers: Draft["answers"] = {}): Promise<{ draft: string }> {
  const { id } = await beginDraft(customer, answers)
  return { draft: id }
}

/** The one draft of the customer, as forms name it. */
export async function draftOf(customer: Actor): Promise<{ draft: string }> {
  const [row] = await db.select().from(drafts).where(eq(drafts.customerId, customer.id))
  return { draft: row?.id ?? "" }
}
