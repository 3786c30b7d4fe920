import { notFound } from "next/navigation"
import { confinedTo } from "@/lib/identity/accounts/start-page"
import type { Actor } from "@/lib/model/actor"
import { may, type Permission } from "@/lib/model/policy"
import { goTo } from "./go-to"
import { signedIn } from "./viewer"

/** Whoever looks at this page, if their account may do this at all; for anybody else the page is not there. */
export async function permitted(permission: Permission): Promise<Actor> {
  const actor = await signedIn()
  const only = confinedTo(actor)
  if (only) goTo(only)
  if (!may(actor, permission)) notFound()
  return actor
}
