import type { z } from "zod"
import type { Actor } from "@/lib/model/actor"
import type { Operation } from "@/lib/model/operation"
import { callerOf, requestIdOf } from "./authenticate"
import { handlerOf } from "./handler"
import { API_HEADERS, problem } from "./problem"
import { type RouteContext, readInput } from "./read-input"

interface Content {
  name: string
  mediaType: string
  /** Unknown as long as the file is still being made. */
  bytes?: number
  content: ReadableStream<Uint8Array>
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
      const headers = {
        ...API_HEADERS,
        "x-request-id": requestId,
        "content-type": file.mediaType,
        // What is made while it is sent must not gather in a proxy.
        ...(file.bytes === undefined ? { "x-accel-buffering": "no" } : { "content-length": String(file.bytes) }),
        "content-disposition": disposition(file.name),
        "content-security-policy": "sandbox; default-src 'none'",
      }
      return new Response(file.content, { headers })
    } catch (thrown) {
      return problem(thrown, requestId)
    }
  })
}

/** RFC 6266: a plain name for old clients, the true one in UTF-8 for the rest. */
function disposition(name: string): string {
  const plain = name.replace(/[^\w .-]/g, "_")
  const exact = encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`
}
