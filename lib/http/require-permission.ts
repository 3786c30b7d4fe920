import { notFound } from "next/navigation"
import { confinedTo } from "@/lib/identity/accounts/home"
import type { Actor } from "@/lib/model/actor"
import { may, type Permission } from "@/lib/model/policy"
import { signedIn } from "./current-actor"
import { goTo } from "./redirect-after-form"

/** Whoever looks at this page, if their account may do this at all; for anybody else the page is not there. */
export async function permitted(permission: Permission): Promise<Actor> {
  const actor = await signedIn()
  const only = confinedTo(actor)
  if (only) goTo(only)
  if (!may(actor, permission)) notFound()
  return actor
}
