import type { Readable } from "node:stream"
import { finished } from "node:stream/promises"
import Busboy from "@fastify/busboy"
import type { z } from "zod"
import type { Actor } from "@/lib/model/actor"
import { MAX_ATTACHMENT_BYTES, MAX_ATTACHMENTS } from "@/lib/model/attachment"
import { AppError } from "@/lib/model/errors"
import type { Operation } from "@/lib/model/operation"
import type { Upload } from "@/lib/requests/attachments/store-upload"
import { callerOf, requestIdOf } from "./authenticate"
import { doOnce } from "./do-once"
import { handlerOf } from "./handler"
import { API_HEADERS, problem } from "./problem"
import { type RouteContext, readInput } from "./read-input"
import { bodyOf } from "./upload-body"
import { UploadDigest } from "./upload-digest"

export type UploadVerb<I extends z.ZodObject, O extends z.ZodType> = (
  actor: Actor,
  input: z.output<I>,
  upload: Upload,
) => Promise<z.input<O>>

/** A JSON route handler for files. They stream to the verb and are never held in memory. */
export function uploadEndpoint<I extends z.ZodObject, O extends z.ZodType>(
  op: Operation<I, O, "account">,
  verb: UploadVerb<I, O>,
) {
  return handlerOf(op, async (request: Request, context: RouteContext): Promise<Response> => {
    const requestId = requestIdOf(request.headers)
    const body = bodyOf(request)
    try {
      const actor = await callerOf(op, request)
      const input = await readInput(op, request, context)
      const files = new UploadDigest(() => uploadOf(request, body))
      return await doOnce(op, { request, caller: actor, requestId, files }, async () => {
        const row = await verb(actor, input, files.upload)
        const headers = { ...API_HEADERS, "x-request-id": requestId }
        return Response.json(op.output.parse(row), { status: op.status, headers })
      }).finally(() => body?.destroy())
    } catch (thrown) {
      body?.destroy()
      return problem(thrown, requestId)
    }
  })
}

interface Form {
  /** Told of each field that is no file. */
  onField?: (name: string, value: string) => void
  /** The most bytes, and the most files, that are looked at. */
  bytes?: number
  files?: number
}

/**
 * The files of a request, as they stream past.
 * @throws AppError `unsupported_media_type`, `too_large` or `invalid` for what is no such form
 */
export function uploadOf(request: Request, body: Readable | undefined, form: Form = {}): Upload {
  const { onField, bytes: most = MOST, files = MAX_ATTACHMENTS + 1 } = form
  const type = request.headers.get("content-type") ?? ""
  if (!type.toLowerCase().startsWith("multipart/form-data") || !body)
    throw new AppError("unsupported_media_type", "Send the files as multipart/form-data.")
  if (Number(request.headers.get("content-length")) > most) throw TOO_LARGE

  return async (take) => {
    const parser = parserOf(type, files)
    parser.on("field", (name, value) => onField?.(name, String(value)))
    const parts: Readable[] = []
    let taking = Promise.resolve()
    parser.on("file", (_field, content, name) => {
      // The parser only announces that a part broke off; its reader must not wait for more.
      content.on("error", (reason) => content.destroy(reason))
      if (!name) return void content.resume()
      parts.push(content)
      taking = taking.then(() => take(name, content))
      taking.catch((reason: Error) => {
        body.unpipe(parser)
        parser.destroy(reason)
      })
    })
    let total = 0
    body.on("data", (chunk: Uint8Array) => {
      total += chunk.length
      if (total > most) parser.destroy(TOO_LARGE)
    })
    body.on("error", (reason) => parser.destroy(reason))
    body.pipe(parser)
    const [received] = await Promise.allSettled([finished(parser)])
    const reason: unknown = received.status === "rejected" ? received.reason : undefined
    if (reason) for (const part of parts) part.destroy(BROKEN)
    const [taken] = await Promise.allSettled([taking])
    // What a taker refused has travelled through the parser; any other reason is the upload's own.
    if (taken.status === "rejected" && (!reason || reason === taken.reason)) throw taken.reason
    if (reason) throw reason === TOO_LARGE ? TOO_LARGE : BROKEN
  }
}

const MOST = MAX_ATTACHMENTS * (MAX_ATTACHMENT_BYTES + 10_000)
/** About the upload as a whole and none of its files. */
export const isOfUpload = (thrown: unknown): boolean => thrown === TOO_LARGE || thrown === BROKEN

const TOO_LARGE = new AppError("too_large", `Send up to ${MAX_ATTACHMENTS} files of up to 10 MB each.`)
const BROKEN = new AppError("invalid", "The upload was interrupted or is not valid multipart/form-data.")

function parserOf(type: string, files: number) {
  try {
    return new Busboy({
      headers: { "content-type": type },
      limits: { files, fields: 20, fieldSize: 10_000 },
    })
  } catch {
    throw new AppError("invalid", "The multipart boundary is missing.")
  }
}
