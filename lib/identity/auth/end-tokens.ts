import { signOut } from "@/lib/identity/sessions/sign-out"
import type { Actor } from "@/lib/model/actor"

/** Ends the session that a program's tokens name: its access and refresh token stop working with the next request. */
export const endTokens = (actor: Actor): Promise<void> => signOut(actor)
