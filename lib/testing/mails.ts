import { db, one } from "@/db/client"
import { mails } from "@/db/schema/records"

/** A mail that was kept instead of sent. */
export async function makeMail(values: Partial<typeof mails.$inferInsert> = {}) {
  const mail = { to: "somebody@example.test", subject: "A mail", text: "Hello,\n\nThis is a mail.\n", ...values }
  return one(await db.insert(mails).values(mail).returning())
}
