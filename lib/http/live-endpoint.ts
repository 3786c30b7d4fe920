import type { z } from "zod"
import type { Actor } from "@/lib/model/actor"
import type { Operation } from "@/lib/model/operation"
import { callerOf, requestIdOf } from "./authenticate"
import { handlerOf } from "./handler"
import { parse } from "./parse"
import { API_HEADERS, problem } from "./problem"
import { type RouteContext, readSent } from "./read-input"

/** A route handler that answers with server-sent events. `Last-Event-ID`, which browsers send, stands for `since`. */
export function liveEndpoint<I extends z.ZodObject, O extends z.ZodType>(
  op: Operation<I, O, "account">,
  verb: (actor: Actor, input: z.output<I>) => Promise<ReadableStream<Uint8Array>>,
) {
  return handlerOf(op, async (request: Request, context: RouteContext): Promise<Response> => {
    const requestId = requestIdOf(request.headers)
    try {
      const actor = await callerOf(op, request)
      const { raw, unknown } = await readSent(op, request, context)
      const since = request.headers.get("last-event-id")
      const content = await verb(actor, parse(op.input, since ? { ...(raw as object), since } : raw, unknown))
      const headers = {
        ...API_HEADERS,
        "x-request-id": requestId,
        "content-type": "text/event-stream; charset=utf-8",
        // Messages must gather neither in a proxy nor in compression.
        "cache-control": "no-store, no-transform",
        "x-accel-buffering": "no",
      }
      return new Response(content, { headers })
    } catch (thrown) {
      return problem(thrown, requestId)
    }
  })
}
