import type { Actor } from "@/lib/model/actor"
import { toPage } from "@/lib/model/page"
import { permit } from "@/lib/model/policy"
import { deviceInWords } from "./describe-device"
import { listLive } from "./find-actor"

/** Where the actor is signed in at this moment. */
export async function listSessions(actor: Actor, { after, limit }: { after?: string; limit: number }) {
  permit(actor, "session.read")
  const { items, next } = toPage(await listLive(actor.id, { after, limit: limit + 1 }), limit)
  const listed = items.map(({ device, ...session }) => ({
    ...session,
    device: deviceInWords(session.kind, device),
    current: session.id === actor.sessionId,
  }))
  return { items: listed, next }
}
