import type { Readable } from "node:stream"
import { finished } from "node:stream/promises"
import Busboy from "@fastify/busboy"
import type { z } from "zod"
import type { Actor } from "@/lib/model/actor"
import { MAX_ATTACHMENT_BYTES, MAX_ATTACHMENTS } from "@/lib/model/attachment"
import { AppError } from "@/lib/model/errors"
import type { Contract, Operation } from "@/lib/model/operation"
import type { Upload } from "@/lib/requests/attachments/store-upload"
import { callerOf, requestIdOf } from "./authenticate"
import { doOnce } from "./do-once"
import { parse } from "./parse"
import { API_HEADERS, problem } from "./problem"
import { type RouteContext, readInput } from "./read-input"
import { bodyOf, drain } from "./upload-body"

type UploadVerb<I extends z.ZodObject, O extends z.ZodType> = (
  actor: Actor,
  input: z.output<I>,
  upload: Upload,
) => Promise<z.input<O>>

/** A JSON route handler for files. They stream to the verb and are never held in memory. */
export function uploadEndpoint<I extends z.ZodObject, O extends z.ZodType>(
  op: Operation<I, O, "account">,
  verb: UploadVerb<I, O>,
) {
  return async (request: Request, context: RouteContext): Promise<Response> => {
    const requestId = requestIdOf(request.headers)
    const body = bodyOf(request)
    const refuse = (thrown: unknown) => problem(thrown, requestId)
    const take = async (actor: Actor) => {
      const input = await readInput(op, request, context)
      // The files stream past, so that only their length is known beforehand.
      const content = () => `${request.headers.get("content-length")} bytes`
      return doOnce(op, { request, caller: actor, requestId, content }, async () => {
        const row = await verb(actor, input, uploadOf(request, body))
        const headers = { ...API_HEADERS, "x-request-id": requestId }
        return Response.json(op.output.parse(row), { status: op.status, headers })
      })
    }
    try {
      const answer = await take(await callerOf(op, request)).catch(refuse)
      if (!(await drain(body))) answer.headers.set("connection", "close")
      return answer
    } catch (thrown) {
      // What nobody has sent is not read.
      body?.destroy()
      return refuse(thrown)
    }
  }
}

/** A route handler for an upload form on a page. It redirects back to the page; a failure is named in the query. */
export function uploadForm<I extends z.ZodObject, O extends z.ZodType>(
  op: Contract<I, O, "account">,
  verb: UploadVerb<I, O>,
  back: (input: z.output<I>) => string,
) {
  return async (request: Request, { params }: RouteContext): Promise<Response> => {
    let location = "/"
    const body = bodyOf(request)
    try {
      // A route without parameters is given none at all.
      const input = parse(op.input, { ...(await params) })
      location = back(input)
      await verb(await callerOf(op, request), input, uploadOf(request, body))
    } catch (thrown) {
      await drain(body)
      if (!(thrown instanceof AppError)) return problem(thrown, requestIdOf(request.headers))
      location =
        thrown.code === "unauthenticated"
          ? `/sign-in?next=${encodeURIComponent(location)}`
          : `${location}?upload=${thrown.code}`
    }
    return new Response(null, { status: 303, headers: { location } })
  }
}

function uploadOf(request: Request, body: Readable | undefined): Upload {
  const type = request.headers.get("content-type") ?? ""
  if (!type.toLowerCase().startsWith("multipart/form-data") || !body)
    throw new AppError("unsupported_media_type", "Send the files as multipart/form-data.")
  if (Number(request.headers.get("content-length")) > MOST) throw TOO_LARGE

  return async (take) => {
    const parser = parserOf(type)
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
      if (total > MOST) parser.destroy(TOO_LARGE)
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
const TOO_LARGE = new AppError("too_large", `Send up to ${MAX_ATTACHMENTS} files of up to 10 MB each.`)
const BROKEN = new AppError("invalid", "The upload was interrupted or is not valid multipart/form-data.")

function parserOf(type: string) {
  try {
    return new Busboy({
      headers: { "content-type": type },
      limits: { files: MAX_ATTACHMENTS + 1, fields: 20, fieldSize: 10_000 },
    })
  } catch {
    throw new AppError("invalid", "The multipart boundary is missing.")
  }
}
