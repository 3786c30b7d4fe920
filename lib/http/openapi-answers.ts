import { z } from "zod"
import type { ZodOpenApiHeadersObject, ZodOpenApiResponseObject } from "zod-openapi"
import { ERRORS, type ErrorCode } from "@/lib/model/errors"
import type { Operation } from "@/lib/model/operation"
import { takesKey } from "./do-once"

const INTERNAL = { status: 500, title: "There is a problem with the service" }
const CODES = Object.keys(ERRORS) as ErrorCode[]

const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.enum([...CODES, "internal"]),
    detail: z.string(),
    requestId: z.string().describe("Quote this when you report a problem"),
    emergencyPhone: z
      .string()
      .optional()
      .describe("The number to call in danger, where what failed may have told of one"),
    request: z
      .object({ id: z.string(), reference: z.string() })
      .optional()
      .describe("Your request that is in the way, such as the one that has the same `externalReference`"),
    customers: z
      .array(z.object({ id: z.string(), name: z.string(), address: z.string().nullable() }))
      .optional()
      .describe("The customers who have this phone number or email address already"),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .describe("What is wrong with which field or parameter"),
  })
  .meta({ id: "Problem" })

const header = (description: string, { type = "string" }: { type?: "string" | "integer" } = {}) => ({
  description,
  schema: { type },
})

const REQUEST_ID: ZodOpenApiHeadersObject = {
  "X-Request-Id": { ...header("Names this call in our logs. Quote it when you report a problem"), required: true },
}
const REPLAYED: ZodOpenApiHeadersObject = {
  "Idempotency-Replayed": {
    description: "Set if this is the answer to an earlier call with the same `Idempotency-Key`",
    schema: { type: "string", enum: ["true"] },
  },
}
const RETRY_AFTER = { "Retry-After": header("Seconds after which you can try again", { type: "integer" }) }
/** Headers of a failure, by its status. */
const HEADERS: Record<number, ZodOpenApiHeadersObject> = {
  401: { "WWW-Authenticate": header("`Bearer`") },
  405: { Allow: { ...header("The methods that this path has"), required: true } },
  409: RETRY_AFTER,
  416: { "Content-Range": { ...header("How many bytes there are"), required: true } },
  413: { Connection: header("`close` if we stopped reading what you sent") },
  429: RETRY_AFTER,
  503: RETRY_AFTER,
}

/** Everything that an operation answers, by status. */
export function answersOf(op: Operation): Record<string, ZodOpenApiResponseObject> {
  const failures = statusesOf(op).map((status) => [status, failure(status, takesKey(op))])
  const headers = { ...REQUEST_ID, ...(takesKey(op) && REPLAYED) }
  return {
    [op.status]: success(op, headers),
    ...(op.parts && op.file && { 206: part(op.file, headers) }),
    ...((op.shown || op.parts) && { 304: { description: "Unchanged since the answer with this `ETag`", headers } }),
    ...(op.elsewhere && { 302: elsewhere(headers) }),
    ...Object.fromEntries(failures),
  }
}

function success(op: Operation, headers: ZodOpenApiHeadersObject): ZodOpenApiResponseObject {
  if (op.file?.includes(EVENT_STREAM)) return events(headers)
  if (op.shown) return picture(op.file ?? [], headers)
  if (op.file) return file(op.file, headers)
  if (op.status === 204) return { description: "Done", headers }
  return { description: "Done", headers, content: { "application/json": { schema: op.output } } }
}

const EVENT_STREAM = "text/event-stream"

const events = (headers: ZodOpenApiHeadersObject): ZodOpenApiResponseObject => ({
  description: "Server-sent events, until either side ends them",
  headers,
  content: { [EVENT_STREAM]: { schema: { type: "string" } } },
})

const file = (types: readonly string[], headers: ZodOpenApiHeadersObject): ZodOpenApiResponseObject => ({
  description: "The file",
  headers: {
    ...headers,
    "Content-Disposition": { ...header("`attachment`, with the name of the file"), required: true },
    "Content-Length": header("Left out where the file is made while it is sent", { type: "integer" }),
  },
  content: Object.fromEntries(types.map((type) => [type, { schema: { type: "string", format: "binary" } }])),
})

const picture = (types: readonly string[], headers: ZodOpenApiHeadersObject): ZodOpenApiResponseObject => ({
  description: "The picture",
  headers: {
    ...headers,
    "Content-Disposition": header("`inline`"),
    "Content-Length": header("In bytes", { type: "integer" }),
    ETag: { ...header("Names its content"), required: true },
  },
  content: Object.fromEntries(types.map((type) => [type, { schema: { type: "string", format: "binary" } }])),
})
const part = (types: readonly string[], headers: ZodOpenApiHeadersObject): ZodOpenApiResponseObject => {
  const whole = file(types, headers)
  const range = { "Content-Range": { ...header("Which bytes of how many these are"), required: true } }
  return { ...whole, description: "The part that `Range` asks for", headers: { ...whole.headers, ...range } }
}

const elsewhere = (headers: ZodOpenApiHeadersObject): ZodOpenApiResponseObject => ({
  description: "The file is at another address",
  headers: { ...headers, Location: { ...header("Where to fetch it, without credentials"), required: true } },
})

const shared = new Map<string, ZodOpenApiResponseObject>()

/** A failure as a component of its own, which operations share. */
function failure(status: number, isRepeated = false): ZodOpenApiResponseObject {
  const repeats = isRepeated && status < 500 && status !== 429
  const id = `Problem${status}${repeats ? "OfChange" : ""}`
  const made: ZodOpenApiResponseObject = shared.get(id) ?? {
    id,
    description: titlesOf(status).join("; "),
    headers: { ...REQUEST_ID, ...HEADERS[status], ...(repeats && REPLAYED) },
    content: { "application/problem+json": { schema: Problem } },
  }
  shared.set(id, made)
  return made
}

const titlesOf = (status: number): string[] =>
  status === INTERNAL.status
    ? [INTERNAL.title]
    : CODES.filter((code) => ERRORS[code].status === status).map((code) => ERRORS[code].title)

/** With what an operation refuses: what follows from its kind, and what it names itself. */
function statusesOf(op: Operation): number[] {
  const codes: ErrorCode[] = ["invalid", "too_many_requests", "unavailable", ...(op.fails ?? [])]
  if (op.access === "account") codes.push("unauthenticated", "forbidden")
  if (op.path.includes("{")) codes.push("not_found")
  if (op.method !== "get") codes.push("conflict")
  if (takesKey(op)) codes.push("too_large", "unsupported_media_type", "key_reused")
  if (op.body === "multipart") codes.push("insufficient_storage")
  const statuses = [INTERNAL.status, ...codes.map((code) => ERRORS[code].status)]
  return [...new Set(statuses)].toSorted((a, b) => a - b)
}

/** What is answered where there is no operation: no such path, or no such method on it. */
export const ELSEWHERE = { Problem404: failure(404), Problem405: failure(405) }
