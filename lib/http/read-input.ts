import { z } from "zod"
import type { Operation } from "@/lib/model/operation"
import { findIdByReference } from "@/lib/requests/find-id-by-reference"
import { readJson } from "./json-body"
import { fromStrings, parse } from "./parse"
import { type Fields, unknownFields } from "./unknown-fields"

export interface RouteContext {
  params: Promise<Record<string, string | string[] | undefined>>
}

/**
 * The input of an operation: path and query of a GET or DELETE, otherwise path and body.
 * @throws AppError `invalid` with a message for each field that is wrong or that the contract does not name.
 */
export async function readInput<I extends z.ZodObject>(
  op: Operation<I>,
  request: Request,
  context: RouteContext,
): Promise<z.output<I>> {
  const { raw, unknown } = await readSent(op, request, context)
  return parse(op.input, raw, unknown)
}

interface Received {
  /** As it was sent, not checked yet. */
  raw: Record<string, unknown>
  /** An error for each field or parameter that the contract does not name. */
  unknown: Fields
}

/** What was sent to an operation, for `parse` to check. */
export async function readSent(op: Operation, request: Request, { params }: RouteContext): Promise<Received> {
  const path = op.path.includes("{") ? await pathOf(op, await params) : {}
  const reads = op.method === "get" || op.method === "delete"
  const query = queryOf(request.url)
  const body = reads || op.body ? {} : await readJson(request)
  const unknown = {
    ...unknownFields(reads ? op.input : NOTHING, query, "parameter"),
    ...unknownFields(op.input, body, "field"),
    ...repeatedInBody(body, path),
  }
  return { raw: { ...(reads ? fromStrings(op.input, query) : body), ...fromStrings(op.input, path) }, unknown }
}

/** The path of a request may name it by its reference, as people do. One that names nothing is not found. */
async function pathOf({ path }: Operation, params: Record<string, unknown>): Promise<Record<string, unknown>> {
  const { id } = params
  if (!path.startsWith("/requests/{id}") || typeof id !== "string" || !/^gr/i.test(id)) return params
  return { ...params, id: (await findIdByReference(id)) ?? NOBODYS }
}

const NOBODYS = "00000000-0000-0000-0000-000000000000"

/** A change takes no query. */
const NOTHING = z.object({})

/** The path says what a call is about; a body that says otherwise would be overruled in silence. */
const repeatedInBody = (body: Record<string, unknown>, path: Record<string, unknown>): Fields =>
  Object.fromEntries(
    Object.entries(path)
      .filter(([name, value]) => Object.hasOwn(body, name) && body[name] !== value)
      .map(([name]) => [name, "The path says otherwise. Leave it out of the body"]),
  )

/** The parameters of a query; those that were given several times as a list. */
function queryOf(url: string): Record<string, unknown> {
  const start = url.indexOf("?")
  if (start < 0) return {}
  const search = new URLSearchParams(url.slice(start))
  const values: Record<string, unknown> = {}
  for (const name of new Set(search.keys())) {
    const all = search.getAll(name).filter((value) => value !== "")
    if (all.length > 0) values[name] = all.length > 1 ? all : all[0]
  }
  return values
}
