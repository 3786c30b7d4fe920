import { eq } from "drizzle-orm"
import { db } from "@/db/client"
import { mails } from "@/db/schema/records"
import type { Actor } from "@/lib/model/actor"
import { may } from "@/lib/model/policy"
import { assertKept, nothingHere } from "./assert-kept"

/**
 * One email that was kept instead of sent.
 * @throws AppError `not_found` when it does not exist, may not be read, or mail is really sent.
 */
export async function getMail(actor: Actor, { id }: { id: string }) {
  assertKept()
  const [mail] = may(actor, "mail.read") ? await db.select().from(mails).where(eq(mails.id, id)) : []
  if (!mail) throw nothingHere()
  return mail
}
