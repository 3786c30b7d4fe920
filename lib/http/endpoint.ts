import type { z } from "zod"
import type { Access, Operation, Verb } from "@/lib/model/operation"
import { callerOf, requestIdOf } from "./authenticate"
import { doOnce } from "./do-once"
import { readJson } from "./json-body"
import { fromStrings, parse } from "./parse"
import { API_HEADERS, problem } from "./problem"

export interface RouteContext {
  params: Promise<Record<string, string | string[] | undefined>>
}

/** A route handler of the JSON API: actor, parsed input, verb, and only what the contract lets out. */
export function endpoint<I extends z.ZodObject, O extends z.ZodType, A extends Access>(
  op: Operation<I, O, A>,
  verb: Verb<I, O, A>,
) {
  return async (request: Request, context: RouteContext): Promise<Response> => {
    const requestId = requestIdOf(request.headers)
    try {
      const caller = await callerOf(op, request)
      const raw = await rawInput(op, request, context)
      const sent = { request, caller, requestId, content: () => JSON.stringify(raw) }
      return await doOnce(op, sent, async () => {
        const row = await verb(caller, parse(op.input, raw))
        const headers = { ...API_HEADERS, "x-request-id": requestId }
        if (op.status === 204) return new Response(null, { status: 204, headers })
        const body = JSON.stringify(op.output.parse(row))
        return new Response(body, { status: op.status, headers: { ...headers, "content-type": "application/json" } })
      })
    } catch (thrown) {
      return problem(thrown, requestId)
    }
  }
}

/** The unparsed input: path and query of a GET or DELETE, otherwise path and body. Path parameters win. */
export async function rawInput(
  op: Operation,
  request: Request,
  { params }: RouteContext,
): Promise<Record<string, unknown>> {
  const path = op.path.includes("{") ? fromStrings(op.input, await params) : undefined
  if (op.method === "get" || op.method === "delete") return { ...queryOf(op, request), ...path }
  return { ...(await readJson(request)), ...path }
}

function queryOf(op: Operation, request: Request): Record<string, unknown> {
  const start = request.url.indexOf("?")
  if (start < 0) return {}
  const search = new URLSearchParams(request.url.slice(start))
  const values: Record<string, unknown> = {}
  for (const name of new Set(search.keys())) {
    const all = search.getAll(name).filter((value) => value !== "")
    if (all.length > 0) values[name] = all.length > 1 ? all : all[0]
  }
  return fromStrings(op.input, values)
}
