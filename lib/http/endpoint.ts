import type { z } from "zod"
import type { Access, Operation, Verb } from "@/lib/model/operation"
import { callerOf, requestIdOf } from "./authenticate"
import { doOnce } from "./do-once"
import { handlerOf } from "./handler"
import { parse } from "./parse"
import { API_HEADERS, problem } from "./problem"
import { type RouteContext, readSent } from "./read-input"

/** What may have been an emergency when it could not be sent. */
const SENDS = ["/requests", "/emergency-reports", "/requests/{id}/details"]

/** A route handler of the JSON API: actor, parsed input, verb, and only what the contract lets out. */
export function endpoint<I extends z.ZodObject, O extends z.ZodType, A extends Access>(
  op: Operation<I, O, A>,
  verb: Verb<I, O, A>,
) {
  return handlerOf(op, async (request: Request, context: RouteContext): Promise<Response> => {
    const requestId = requestIdOf(request.headers)
    try {
      const caller = await callerOf(op, request)
      const { raw, unknown } = await readSent(op, request, context)
      const sent = { request, caller, requestId, content: () => JSON.stringify(raw) }
      return await doOnce(op, sent, async () => {
        const row = await verb(caller, parse(op.input, raw, unknown))
        const headers = { ...API_HEADERS, "x-request-id": requestId }
        if (op.status === 204) return new Response(null, { status: 204, headers })
        const body = JSON.stringify(op.output.parse(row))
        return new Response(body, { status: op.status, headers: { ...headers, "content-type": "application/json" } })
      })
    } catch (thrown) {
      return problem(thrown, requestId, { urgent: op.method === "post" && SENDS.includes(op.path) })
    }
  })
}
