import { notFound, redirect } from "next/navigation"
import type { Actor } from "@/lib/auth/actor"
import { may, type Permission } from "@/lib/policy"
import { signedIn } from "./viewer"

/** Whoever looks at this page, if their account may do this at all; for anybody else the page is not there. */
export async function permitted(permission: Permission): Promise<Actor> {
  const actor = await signedIn()
  if (actor.state === "waiting") redirect("/waiting")
  if (!may(actor, permission)) notFound()
  return actor
}
