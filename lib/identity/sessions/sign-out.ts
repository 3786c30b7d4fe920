import { eq } from "drizzle-orm"
import { transaction } from "@/db/client"
import { sessions } from "@/db/schema/sessions"
import { type Actor, authorOf } from "@/lib/model/actor"
import { endAndAudit } from "./end-and-audit"

/** Ends the session that the actor calls from. For a program this ends its access and refresh token. */
export async function signOut(actor: Actor): Promise<void> {
  await transaction((tx) => endAndAudit(tx, authorOf(actor), eq(sessions.id, actor.sessionId)))
}
