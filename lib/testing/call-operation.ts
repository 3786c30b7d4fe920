import { join } from "node:path"
import { z } from "zod"
import { operations } from "@/lib/http/api"
import type { RouteContext } from "@/lib/http/read-input"
import { sealSessionCookie } from "@/lib/identity/auth/session-cookie"
import type { Actor } from "@/lib/model/actor"
import type { Operation } from "@/lib/model/operation"
import { call } from "./api"
import { sampleOf } from "./sample"

export const OPERATIONS = Object.entries(operations) as [string, Operation][]

export const isRead = ({ method }: Operation) => method === "get"
export const isWrite = (op: Operation) => !isRead(op)
export const takesJson = ({ method, body }: Operation) => method !== "get" && method !== "delete" && !body

type Handler = (request: Request, context: RouteContext) => Promise<Response>

/** The handler in the operation's own route file, found by its path alone. */
async function handlerOf({ method, path }: Operation): Promise<Handler> {
  const folder = path.replaceAll("{", "[").replaceAll("}", "]")
  const route: Record<string, Handler> = await import(
    /* @vite-ignore */ join(process.cwd(), `app/api/v1${folder}/route`)
  )
  const handler = route[method.toUpperCase()]
  if (!handler) throw new Error(`There is no ${method} ${path}.`)
  return handler
}

export interface Sent {
  params?: Record<string, string>
  /** As it stands in the address, with its question mark. */
  query?: string
  /** An object, or text that is sent as it is. */
  body?: unknown
  form?: FormData | Blob
  headers?: Record<string, string>
}

/** Calls an operation through its own route, by token. Nothing is checked or encoded on the way. */
export async function callOperation(op: Operation, actor: Actor | undefined, sent: Sent): Promise<Response> {
  return call(await handlerOf(op), op.method.toUpperCase(), { actor, ...sent })
}

export const cookieOf = async ({ sessionId }: Actor): Promise<string> => {
  const { name, value } = await sealSessionCookie(sessionId)
  return `${name}=${value}`
}

const namesIn = ({ path }: Operation) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name)

/** The names a contract takes from the body or the query. */
export function fieldsOf(op: Operation): z.ZodObject {
  const inPath = namesIn(op)
  return z.object(Object.fromEntries(Object.entries(op.input.shape).filter(([name]) => !inPath.includes(name))))
}

/** A valid call of an operation, as far as its contract alone can tell; `known` says what has to be named rightly. */
export function sampleCall(op: Operation, known: Record<string, unknown>): Sent {
  const params = Object.fromEntries(namesIn(op).map((name) => [name, String(known[name])]))
  if (op.body) return { params, form: op.body === "mail" ? oneMail("words") : oneFile("note.txt") }
  const sample = Object.entries(sampleOf(op.input) as Record<string, unknown>)
  const fields = Object.fromEntries(
    sample.filter(([name]) => !(name in params)).map(([name, value]) => [name, known[name] ?? value]),
  )
  return takesJson(op) ? { params, body: fields } : { params, query: queryOf(fields) }
}

export function queryOf(fields: Record<string, unknown>): string {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined)
  return `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`
}

/** An email of somebody whom nobody knows. */
export const oneMail = (words: string): Blob =>
  new Blob([`From: somebody@example.test\r\nTo: a@b.example\r\nSubject: ${words}\r\n\r\n${words}`], {
    type: "message/rfc822",
  })

export function oneFile(name: string): FormData {
  const form = new FormData()
  form.append("files", new File(["a note"], name))
  return form
}
