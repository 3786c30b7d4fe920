import { db } from "@/db/client"
import type { Actor } from "@/lib/model/actor"
import { authorize } from "@/lib/model/policy"
import { factorState } from "./factor"

export async function getTwoFactor(actor: Actor) {
  const mine = await factorState(db, actor.id)
  authorize(actor, "profile.read", mine)
  return mine
}

export async function getTwoFactorOf(actor: Actor, { id }: { id: string }) {
  const theirs = await factorState(db, id)
  authorize(actor, "factor.read", theirs)
  return theirs
}
