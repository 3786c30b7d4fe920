import { type SQL, sql } from "drizzle-orm"
import { duringCall } from "@/db/call-under-way"
import { db } from "@/db/client"
import { idempotencyKeys } from "@/db/schema/sessions"
import { seal, unseal } from "@/lib/identity/auth/seal"
import type { Actor, Visitor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import type { Operation } from "@/lib/model/operation"
import { log } from "@/lib/runtime/log"
import { callHashes } from "./call-hash"
import { type Claim, claimKey, doneHash, endLease, keyReused, type NamedCall, renewLease, rowOf } from "./claim-key"
import { API_HEADERS, problem } from "./problem"
import type { UploadDigest } from "./upload-digest"

const HEADER = "idempotency-key"
const RENEW_EVERY = 10_000
const PRINTABLE = /^[\x20-\x7e]{1,255}$/

/** Whether calls of this operation are done once when they name an `Idempotency-Key`. The others change nothing twice anyway. */
export const takesKey = ({ method }: Pick<Operation, "method">): boolean => method !== "get" && method !== "delete"

interface Sent {
  request: Request
  caller: Actor | Visitor
  requestId: string
  /** What the body says, by which a repeated call is known. */
  content?: () => string
  /** The files in it instead, of which it is known only when they have been read. */
  files?: UploadDigest
}

/**
 * Answers a call by `work`, or as it was answered before if it names the `Idempotency-Key` of a call that is done.
 * @throws AppError `invalid` for a key that is none, `key_reused` when the key belongs to another call, `conflict` while
 * the call still runs or when its answer was lost
 */
export async function doOnce(op: Operation, sent: Sent, work: () => Promise<Response>): Promise<Response> {
  const key = takesKey(op) ? sent.request.headers.get(HEADER) : null
  if (key === null) return work()
  if (!PRINTABLE.test(key)) throw new AppError("invalid", "Idempotency-Key can have up to 255 printable characters.")
  const hashes = callHashes(op.method, new URL(sent.request.url).pathname, sent.content?.() ?? "files")
  const call = { caller: nameOf(sent.caller), key, hashes }
  const claim = await claimKey(call)
  if (!claim.isDone) return begin(op, call, claim, { ...sent, work })
  await checkFiles(claim, sent.files)
  return replay(claim, op, sent.requestId)
}

/** @throws AppError `key_reused` for other files than those that the answer is to. */
async function checkFiles({ filesHash }: Claim & { isDone: true }, files: UploadDigest | undefined): Promise<void> {
  if (!files || filesHash === undefined) return
  await files.read()
  if (!hashesOf(files)?.includes(filesHash)) throw keyReused()
}

function hashesOf(files: UploadDigest): [string, ...string[]] | undefined {
  const value = files.value()
  return value === undefined ? undefined : callHashes("", "", value)
}

const nameOf = (caller: Actor | Visitor): string => {
  if (!("id" in caller)) return `address:${caller.address}`
  return caller.key ? `key:${caller.key.id}` : `account:${caller.id}`
}

/** The first answer, byte for byte. */
function replay({ status, body }: Claim & { isDone: true }, op: Operation, requestId: string): Response {
  const isLost = body === null && op.status !== 204
  if (isLost)
    throw new AppError(
      "conflict",
      "This call was broken off after it had changed something. Look at what is there now.",
    )
  const type = status < 400 ? "application/json" : "application/problem+json"
  const headers = new Headers({ ...API_HEADERS, "x-request-id": requestId, "idempotency-replayed": "true" })
  if (body !== null) headers.set("content-type", type)
  if (status === 401) headers.set("www-authenticate", "Bearer")
  return new Response(body && unseal(body), { status, headers })
}

async function begin(
  op: Operation,
  call: NamedCall,
  { resourceId, isRepeated }: Claim & { isDone: false },
  { requestId, files, work }: Sent & { work: () => Promise<Response> },
): Promise<Response> {
  const kept = keeper(op, call, files)
  const renewal = setInterval(() => void renewLease(call).catch(tellOf(requestId)), RENEW_EVERY)
  let isAsked = false
  const refuse = (thrown: unknown) => {
    isAsked = thrown instanceof AppError && thrown.code === "confirmation_required"
    return problem(thrown, requestId)
  }
  try {
    const response = await duringCall({ resourceId, isRepeated, keep: kept.withResult }, () => work().catch(refuse))
    // It is to be sent again as it was, once its caller has shown who they are.
    if (isAsked) return await endLease(call).then(() => response)
    // What was done is done, so it is answered even if the answer cannot be kept.
    await kept.response(response.clone()).catch(tellOf(requestId))
    return response
  } finally {
    clearInterval(renewal)
  }
}

const tellOf = (requestId: string) => (err: unknown) =>
  log.warn({ err, requestId }, "the answer to a call with an idempotency key could not be kept")

/** Keeps the answer to a call: with its result in a transaction, and else once it is known. */
function keeper(op: Operation, call: NamedCall, files?: UploadDigest) {
  /** What a transaction has written so far: nothing, that the call is done, or its answer. */
  let written: { body: string | null } | undefined

  const write = (status: number, body: string | null): SQL => sql`
    update ${idempotencyKeys} set status = ${status}, body = ${body && seal(body)}${withFiles()}
    where ${rowOf(call)} ${written ? sql`` : sql`and status is null`} returning key`

  const withFiles = (): SQL => {
    const [hash] = (files && hashesOf(files)) ?? []
    return hash ? sql`, call_hash = ${doneHash(call, hash)}` : sql``
  }
  /** Without having read all files it is not known what the answer is to. Nothing has been done then. */
  const isUnknown = () => files !== undefined && files.value() === undefined

  return {
    async withResult(tx: { execute: (query: SQL) => PromiseLike<ArrayLike<unknown>> }, result: unknown) {
      const answer = op.status === 204 ? undefined : op.output.safeParse(result)
      const body = answer?.success ? JSON.stringify(answer.data) : null
      // A transaction that is not the call's first tells no less than the one before.
      if (written && body === null) return
      if ((await tx.execute(write(op.status, body))).length === 0)
        throw new AppError("conflict", "This call was done meanwhile. Send it again to get its answer.")
      written = { body }
    },
    async response(response: Response) {
      if (response.status >= 500 || response.status === 429 || isUnknown()) return void (await endLease(call))
      const body = response.body && (await response.text())
      if (written?.body !== body || response.status !== op.status) await db.execute(write(response.status, body))
    },
  }
}
