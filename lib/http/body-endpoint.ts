import type { z } from "zod"
import type { Actor } from "@/lib/model/actor"
import type { Operation } from "@/lib/model/operation"
import { callerOf, requestIdOf } from "./authenticate"
import { doOnce } from "./do-once"
import { handlerOf } from "./handler"
import { API_HEADERS, problem } from "./problem"
import type { RouteContext } from "./read-input"
import { bodyOf, drain } from "./upload-body"

interface Call {
  request: Request
  context: RouteContext
  caller: Actor
  body: ReturnType<typeof bodyOf>
}

/** How a call is done, and what tells it from another with the same key. */
interface Work<O extends z.ZodType> extends Pick<Parameters<typeof doOnce>[1], "files" | "content"> {
  run: () => Promise<z.input<O>>
}

/** A JSON route handler for a body that it reads itself, as far as the caller may send one. */
export function bodyEndpoint<I extends z.ZodObject, O extends z.ZodType>(
  op: Operation<I, O, "account">,
  prepare: (call: Call) => Promise<Work<O>>,
) {
  return handlerOf(op, async (request: Request, context: RouteContext): Promise<Response> => {
    const requestId = requestIdOf(request.headers)
    const body = bodyOf(request)
    const refuse = (thrown: unknown) => problem(thrown, requestId)
    const take = async (caller: Actor) => {
      const { run, ...told } = await prepare({ request, context, caller, body })
      return await doOnce(op, { request, caller, requestId, ...told }, async () => {
        const row = await run()
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
  })
}
