import { setTimeout } from "node:timers/promises"
import { duringCall } from "@/db/call-under-way"
import { db } from "@/db/client"
import { idempotencyKeys } from "@/db/schema/sessions"
import { seal, unseal } from "@/lib/identity/auth/seal"
import { AppError } from "@/lib/model/errors"
import { log } from "@/lib/runtime/log"
import { callHashes } from "./call-hash"
import { type Claim, claimKey, endLease, type NamedCall, rowOf } from "./claim-key"

const CALLER = "form"
const DONE = 201
/** A second tap waits so long for what the first one is doing. */
const TRIES = 20
const PAUSE_MS = 250

/**
 * Does once what one form sends, however often the same is sent from it: after going back, by a second tap, or again since
 * no answer came. Returns what the first time returned. Other answers from the same form are another thing, and are done.
 * Without a token it is done each time.
 * @throws AppError whatever `work` throws, `conflict` when the first time takes too long
 */
export async function formOnce<T>(token: string | undefined, content: unknown, work: () => Promise<T>): Promise<T> {
  if (token === undefined) return work()
  const hashes = callHashes(CALLER, token, JSON.stringify(content))
  const call = { caller: CALLER, key: hashes[0], hashes }
  const claim = await claimOrWait(call)
  if (claim.isDone) return JSON.parse(unseal(claim.body ?? seal("null"))) as T
  const { resourceId, isRepeated } = claim
  try {
    const result = await duringCall({ resourceId, isRepeated, keep: async () => {} }, work)
    // It is done: should this fail, the same sent again finds it by its ID.
    await keep(call, result).catch((err: unknown) => log.warn({ err }, "the answer to a form could not be kept"))
    return result
  } catch (thrown) {
    await endLease(call)
    throw thrown
  }
}

async function claimOrWait(call: NamedCall, tries = TRIES): Promise<Claim> {
  try {
    return await claimKey(call)
  } catch (thrown) {
    if (!(thrown instanceof AppError && thrown.code === "conflict") || tries === 0) throw thrown
    await setTimeout(PAUSE_MS)
    return claimOrWait(call, tries - 1)
  }
}

const keep = (call: NamedCall, result: unknown) =>
  db
    .update(idempotencyKeys)
    .set({ status: DONE, body: seal(JSON.stringify(result)) })
    .where(rowOf(call))
