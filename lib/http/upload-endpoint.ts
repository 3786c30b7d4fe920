import type { Readable } from "node:stream"
import { finished } from "node:stream/promises"
import Busboy from "@fastify/busboy"
import type { z } from "zod"
import type { Actor } from "@/lib/model/actor"
import { inMegabytes, MAX_ATTACHMENTS } from "@/lib/model/attachment"
import { AppError } from "@/lib/model/errors"
import type { Operation } from "@/lib/model/operation"
import { requestLimit } from "@/lib/platform/storage/file-limits"
import { UploadIds } from "@/lib/requests/attachments/contract"
import type { Upload } from "@/lib/requests/attachments/store-upload"
import { bodyEndpoint } from "./body-endpoint"
import { endpoint } from "./endpoint"
import { handlerOf } from "./handler"
import { parse } from "./parse"
import { type RouteContext, readInput } from "./read-input"
import { UploadDigest } from "./upload-digest"

export type UploadVerb<I extends z.ZodObject, O extends z.ZodType> = (
  actor: Actor,
  input: z.output<I>,
  upload: Upload,
) => Promise<z.input<O>>

/**
 * A JSON route handler for files, which stream to the verb and are never held in memory. They may also be uploads that JSON
 * names.
 */
export function uploadEndpoint<I extends z.ZodObject, O extends z.ZodType>(
  op: Operation<I, O, "account">,
  verb: UploadVerb<I, O>,
) {
  const takeFiles = bodyEndpoint(op, async ({ request, context, caller, body }) => {
    const input = await readInput(op, request, context)
    const files = new UploadDigest(() => uploadOf(request, body))
    return { files, run: () => verb(caller, input, files.upload) }
  })
  const { body: _, ...inJson } = op
  const takeNamed = namedUploads(inJson, verb)
  return handlerOf(op, (request: Request, context: RouteContext) =>
    isJson(request) ? takeNamed(request, context) : takeFiles(request, context),
  )
}

/** A JSON route handler for uploads that were begun before. */
export const namedUploads = <I extends z.ZodObject, O extends z.ZodType>(
  op: Operation<I, O, "account">,
  verb: UploadVerb<I, O>,
) =>
  endpoint(op, (caller, input) => {
    const { uploads = [] } = input as { uploads?: readonly string[] }
    return verb(caller, input, async (_, use) => uploads.forEach(use))
  })

export const isJson = (request: Request): boolean =>
  (request.headers.get("content-type") ?? "").toLowerCase().startsWith("application/json")

interface Form {
  /** The most bytes, and the most files, that are looked at. */
  bytes?: number
  files?: number
}

/**
 * The files of a request, as they stream past.
 * @throws AppError `unsupported_media_type`, `too_large` or `invalid` for what is no such form
 */
export function uploadOf(request: Request, body: Readable | undefined, form: Form = {}): Upload {
  const { bytes: most = mostOfForm(), files = MAX_ATTACHMENTS + 1 } = form
  const type = request.headers.get("content-type") ?? ""
  if (!type.toLowerCase().startsWith("multipart/form-data") || !body)
    throw new AppError("unsupported_media_type", "Send the files as multipart/form-data.")
  if (Number(request.headers.get("content-length")) > most) throw tooLarge()

  return async (take, use) => {
    const parser = parserOf(type, files)
    const named: string[] = []
    parser.on("field", (name, value) => {
      if (/^uploads(\[\])?$/.test(name)) named.push(String(value))
    })
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
      if (total > most) parser.destroy(tooLarge())
    })
    body.on("error", (reason) => parser.destroy(reason))
    body.pipe(parser)
    const [received] = await Promise.allSettled([finished(parser)])
    const reason: unknown = received.status === "rejected" ? received.reason : undefined
    if (reason) for (const part of parts) part.destroy(BROKEN)
    const [taken] = await Promise.allSettled([taking])
    // What a taker refused has travelled through the parser; any other reason is the upload's own.
    if (taken.status === "rejected" && (!reason || reason === taken.reason)) throw taken.reason
    if (reason) throw reason instanceof TooLarge ? reason : BROKEN
    for (const it of parse(UploadIds, named) ?? []) use(it)
  }
}

/** With some room for what stands around the files. */
export const mostOfForm = (): number => requestLimit() + MAX_ATTACHMENTS * 10_000
/** About the upload as a whole and none of its files. */
export const isOfUpload = (thrown: unknown): boolean => thrown instanceof TooLarge || thrown === BROKEN

class TooLarge extends AppError {}
const tooLarge = () =>
  new TooLarge("too_large", `Send up to ${MAX_ATTACHMENTS} files of ${inMegabytes(requestLimit())} in all.`)
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
