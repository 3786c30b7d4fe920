import { notFound } from "next/navigation"
import { confinedTo } from "@/lib/identity/accounts/start-page"
import type { Actor } from "@/lib/model/actor"
import { may, type Permission } from "@/lib/model/policy"
import { signedIn } from "./current-actor"
import { seeOther } from "./see-other"

/**
 * The actor who looks at this page, when their role has the permission at all. Others get the not-found page; visitors
 * are redirected to sign in.
 */
export async function requirePermission(permission: Permission): Promise<Actor> {
  const actor = await signedIn()
  const only = confinedTo(actor)
  if (only) seeOther(only)
  if (!may(actor, permission)) notFound()
  return actor
}
