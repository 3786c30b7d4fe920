import type { z } from "zod"
import type { Actor } from "@/lib/model/actor"
import { disposition } from "@/lib/model/disposition"
import { AppError } from "@/lib/model/errors"
import type { Operation } from "@/lib/model/operation"
import type { ByteRange } from "@/lib/platform/storage/home"
import { callerOf, requestIdOf } from "./authenticate"
import { lengthHeaders } from "./body-length"
import { askedPart, contentRange } from "./byte-range"
import { hasAlready } from "./etag"
import { handlerOf } from "./handler"
import { API_HEADERS, problem } from "./problem"
import { type RouteContext, readInput } from "./read-input"

interface Content {
  name: string
  mediaType: string
  /** Unknown as long as the file is still being made. */
  bytes?: number
  content: ReadableStream<Uint8Array>
  /** Set where a part of it can be had, such as the minute of a video that somebody watches. */
  parts?: { tag: string; open: (part: ByteRange) => ReadableStream<Uint8Array> }
  /** Where it can be fetched instead, by whoever has this address, for a short time. */
  address?: string | undefined
}

/** A route handler that answers with a file, always to be saved and never run in our origin. */
export function download<I extends z.ZodObject, O extends z.ZodType>(
  op: Operation<I, O, "account">,
  verb: (actor: Actor, input: z.output<I>) => Promise<Content>,
) {
  return handlerOf(op, async (request: Request, context: RouteContext): Promise<Response> => {
    const requestId = requestIdOf(request.headers)
    try {
      const file = await verb(await callerOf(op, request), await readInput(op, request, context))
      if (file.parts && hasAlready(request.headers, file.parts.tag)) return unchanged(file, requestId)
      return file.parts && request.headers.has("range")
        ? partial(file, file.parts, request.headers, requestId)
        : whole(file, requestId)
    } catch (thrown) {
      return problem(thrown, requestId)
    }
  })
}

/** What the caller has is still the file, and theirs to see. */
function unchanged({ content, parts }: Content, requestId: string): Response {
  content.cancel().catch(() => undefined)
  const headers = { ...API_HEADERS, "x-request-id": requestId, ...(parts && { etag: parts.tag }) }
  return new Response(null, { status: 304, headers })
}

function whole(file: Content, requestId: string): Response {
  if (!file.address) return new Response(file.content, { headers: headersOf(file, requestId) })
  const headers = {
    ...API_HEADERS,
    "x-request-id": requestId,
    location: file.address,
    "referrer-policy": "no-referrer",
  }
  return new Response(null, { status: 302, headers })
}

/**
 * A part goes through the app, wherever the file is: whoever watches a video asks for parts until its end, and an address
 * elsewhere would be over by then, or lead on after somebody has lost the right to see it.
 */
function partial(
  file: Content,
  { tag, open }: NonNullable<Content["parts"]>,
  asked: Headers,
  requestId: string,
): Response {
  const bytes = file.bytes ?? 0
  const headers = headersOf(file, requestId)
  try {
    const part = askedPart(asked, { bytes, tag })
    if (!part) return new Response(file.content, { headers })
    headers.set("content-range", contentRange(bytes, part))
    setLength(headers, part.last - part.first + 1)
    return new Response(open(part), { status: 206, headers })
  } catch (thrown) {
    const refused = problem(thrown, requestId)
    if (thrown instanceof AppError) refused.headers.set("content-range", contentRange(bytes))
    return refused
  }
}

function headersOf({ name, mediaType, bytes, parts }: Content, requestId: string): Headers {
  const headers = new Headers({
    ...API_HEADERS,
    "x-request-id": requestId,
    "content-type": mediaType,
    "content-disposition": disposition(name),
    "content-security-policy": "sandbox; default-src 'none'",
  })
  // What is made while it is sent must not gather in a proxy.
  if (bytes === undefined) headers.set("x-accel-buffering", "no")
  else setLength(headers, bytes)
  if (parts) headers.set("accept-ranges", "bytes")
  // A part is one of the bytes that are counted: nobody on the way may compress them.
  if (parts) headers.append("cache-control", "no-transform")
  if (parts) headers.set("etag", parts.tag)
  return headers
}

function setLength(headers: Headers, bytes: number): void {
  for (const [name, value] of Object.entries(lengthHeaders(bytes))) headers.set(name, value)
}
