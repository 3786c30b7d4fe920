import { openStream } from "@/lib/identity/streams/open-stream"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { permit } from "@/lib/model/policy"
import { ChangeIterator } from "./change-iterator"
import type { WatchInput } from "./contract"

/** How many streams one account or key may have open in this process. */
const MOST_STREAMS = 10

const open = new Map<string, number>()

/**
 * What changes in the requests that the actor may see, as server-sent events that go on until their access ends.
 * @throws AppError `too_many_requests` when they have ten streams open already; `forbidden` when they are not the
 * account that they say they listen for
 */
export async function watchChanges(actor: Actor, { since, account }: WatchInput): Promise<ReadableStream<Uint8Array>> {
  if (account && account !== actor.id) throw forAnother()
  permit(actor, "request.read")
  const who = actor.key?.id ?? actor.id
  const mine = open.get(who) ?? 0
  if (mine >= MOST_STREAMS)
    throw new AppError("too_many_requests", `You have ${MOST_STREAMS} streams open. Close one first.`, {
      retryAfter: 30,
    })
  open.set(who, mine + 1)
  const leave = () => {
    const left = (open.get(who) ?? 1) - 1
    if (left > 0) open.set(who, left)
    else open.delete(who)
  }
  return openStream(actor, new ChangeIterator(actor, since, leave), { withoutEnd: true })
}

const forAnother = () => {
  const message = "You are signed in with another account."
  return new AppError("forbidden", message, { fields: { account: message } })
}
