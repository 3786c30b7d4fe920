import type { z } from "zod"
import type { Actor } from "@/lib/model/actor"
import type { Operation } from "@/lib/model/operation"
import { callerOf, requestIdOf } from "./authenticate"
import { lengthHeaders } from "./body-length"
import { hasAlready } from "./etag"
import { handlerOf } from "./handler"
import { API_HEADERS, problem } from "./problem"
import { type RouteContext, readInput } from "./read-input"

interface Picture {
  mediaType: string
  bytes: number
  sha256: string
  open: () => Promise<ReadableStream<Uint8Array>>
}

/**
 * A route handler that answers with a picture to be shown on our pages. Browsers keep it, and ask each time whether it is
 * still theirs to see.
 */
export function shown<I extends z.ZodObject, O extends z.ZodType>(
  op: Operation<I, O, "account">,
  verb: (actor: Actor, input: z.output<I>) => Promise<Picture>,
) {
  return handlerOf(op, async (request: Request, context: RouteContext): Promise<Response> => {
    const requestId = requestIdOf(request.headers)
    try {
      const picture = await verb(await callerOf(op, request), await readInput(op, request, context))
      const etag = `"${picture.sha256}"`
      const headers = {
        ...API_HEADERS,
        "x-request-id": requestId,
        "cache-control": "private, no-cache",
        etag,
        "content-security-policy": "sandbox; default-src 'none'",
        "cross-origin-resource-policy": "same-origin",
      }
      if (hasAlready(request.headers, etag)) return new Response(null, { status: 304, headers })
      const content = await picture.open()
      return new Response(content, {
        headers: {
          ...headers,
          "content-type": picture.mediaType,
          ...lengthHeaders(picture.bytes),
          "content-disposition": "inline",
        },
      })
    } catch (thrown) {
      return problem(thrown, requestId)
    }
  })
}
