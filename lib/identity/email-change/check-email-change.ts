import { findEmailLink } from "@/lib/identity/mailed-links/mailed-links"
import type { Actor } from "@/lib/model/actor"

/** The address that a link would give to the actor's account; null when it would not work. It is not used up. */
export async function checkEmailChange(actor: Actor, { token }: { token?: string }) {
  return { email: (token && (await findEmailLink(actor.id, token))) || null }
}
