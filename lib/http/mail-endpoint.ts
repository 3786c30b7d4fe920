import { createHash } from "node:crypto"
import type { z } from "zod"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { MAX_MAIL_BYTES } from "@/lib/model/inbound-mail"
import type { Operation } from "@/lib/model/operation"
import { permit } from "@/lib/model/policy"
import { bodyEndpoint } from "./body-endpoint"
import { readInput } from "./read-input"
import type { bodyOf } from "./upload-body"

/** A route handler for an email as mail servers have it. Its bytes are the verb's second argument. */
export function mailEndpoint<O extends z.ZodType>(
  op: Operation<z.ZodObject, O, "account">,
  verb: (actor: Actor, raw: Uint8Array) => Promise<z.input<O>>,
) {
  return bodyEndpoint(op, async ({ request, context, caller, body }) => {
    await readInput(op, request, context)
    // Before the body is read: it may be large.
    if (op.keys && op.keys !== "any") permit(caller, op.keys)
    const raw = await bytesOf(request, body)
    const content = () => createHash("sha256").update(raw).digest("base64url")
    return { content, run: () => verb(caller, raw) }
  })
}

/** @throws AppError `unsupported_media_type`, `too_large`, or `invalid` for an empty body or one that broke off */
async function bytesOf(request: Request, body: ReturnType<typeof bodyOf>): Promise<Uint8Array> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase()
  if (type !== "message/rfc822" && type !== "message/global")
    throw new AppError("unsupported_media_type", "Send the email as message/rfc822.")
  if (Number(request.headers.get("content-length")) > MAX_MAIL_BYTES) throw tooLarge()
  const chunks: Uint8Array[] = []
  let total = 0
  for await (const chunk of read(body)) {
    total += chunk.length
    if (total > MAX_MAIL_BYTES) throw tooLarge()
    chunks.push(chunk)
  }
  if (total === 0) throw new AppError("invalid", "The body is empty. Send the email as it came.")
  return Buffer.concat(chunks)
}

async function* read(body: ReturnType<typeof bodyOf>): AsyncGenerator<Uint8Array> {
  try {
    // The rest of what is too large is read by whoever answers.
    yield* body?.iterator({ destroyOnReturn: false }) ?? []
  } catch {
    throw new AppError("invalid", "The email was interrupted.")
  }
}

const tooLarge = () => new AppError("too_large", "The email must be 25 MB or smaller.")
