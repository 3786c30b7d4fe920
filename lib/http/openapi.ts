import { z } from "zod"
import { createDocument, type ZodOpenApiOperationObject } from "zod-openapi"
import { ERRORS, type ErrorCode } from "@/lib/model/errors"
import type { Operation } from "@/lib/model/operation"
import { scopesFor } from "@/lib/model/policy"
import { env } from "@/lib/runtime/env"
import { operations } from "./api"

const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string(),
    requestId: z.string().describe("Quote this when you report a problem"),
    emergencyPhone: z
      .string()
      .optional()
      .describe("The number to call in danger, where what failed may have told of one"),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: "Problem" })

/** The API documentation in OpenAPI 3.1, generated from the contracts alone. */
export function openApiDocument() {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {}
  for (const [operationId, op] of Object.entries(operations) as [string, Operation][]) {
    paths[op.path] = { ...paths[op.path], [op.method]: documentationOf(operationId, op) }
  }
  return createDocument({
    openapi: "3.1.0",
    info: { title: `${env().UTILITY_NAME} service requests`, version: "1", description: INTRODUCTION },
    servers: [{ url: "/api/v1" }],
    tags: [...new Set(Object.values<Operation>(operations).map(({ tag }) => tag))].map((name) => ({ name })),
    components: { securitySchemes: { bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" } } },
    paths,
  })
}

let written: string | undefined

/** The document as it is sent; it changes only with what is deployed. Any site may read it. */
export function openApiResponse(): Response {
  written ??= JSON.stringify(openApiDocument())
  const headers = {
    "content-type": "application/json",
    "cache-control": "public, max-age=300",
    "access-control-allow-origin": "*",
    "x-content-type-options": "nosniff",
  }
  return new Response(written, { headers })
}

const INTRODUCTION = `Sign in with \`POST /tokens\`, select **Authorize** and paste the access token.
You can use an API key, created by the utility's administrators, instead of an access token. Each operation says which scope it needs.
Where a path has the ID of a request, its reference works as well. A field or parameter that an operation does not know is refused by its name.
Lists return \`next\`: send it as \`after\` to get the next page. Errors are \`application/problem+json\`.
**A smell of gas or a carbon monoxide alarm is an emergency. Leave the building and call the emergency line first.**`

function documentationOf(operationId: string, op: Operation): ZodOpenApiOperationObject {
  const { path, query, body } = split(op)
  return {
    operationId,
    tags: [op.tag],
    summary: op.summary,
    description: [op.description, forKeys(op)].filter(Boolean).join("\n\n"),
    security: op.access === "public" ? [] : [{ bearer: [] }],
    requestParams: { ...(path && { path }), ...(query && { query }) },
    ...(body && { requestBody: { required: true, content: body } }),
    responses: { [op.status]: answer(op), ...failures(op) },
  } as ZodOpenApiOperationObject
}

function forKeys({ access, keys }: Operation): string | undefined {
  if (access === "public") return undefined
  if (!keys) return "API keys cannot use this operation."
  return keys === "any"
    ? "API keys with any scope can use this operation."
    : `API keys need the scope ${scopesFor(keys)
        .map((scope) => `\`${scope}\``)
        .join(" or ")}.`
}

const FILES = {
  "multipart/form-data": {
    schema: {
      type: "object",
      properties: { files: { type: "array", items: { type: "string", format: "binary" }, maxItems: 5 } },
      required: ["files"],
    },
  },
} as const

/** Divides the input of an operation into path, query and body. */
function split(op: Operation) {
  const inPath = new Set([...op.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
  const part = (wanted: boolean) =>
    z.object(Object.fromEntries(Object.entries(op.input.shape).filter(([name]) => inPath.has(name) === wanted)))
  const path = inPath.size > 0 ? part(true) : undefined
  const rest = part(false)
  const reads = op.method === "get" || op.method === "delete"
  if (op.body === "multipart") return { path, body: FILES }
  if (Object.keys(rest.shape).length === 0) return { path }
  return reads ? { path, query: rest } : { path, body: { "application/json": { schema: rest } } }
}

function answer(op: Operation) {
  if (op.status === 204) return { description: "Done" }
  if (op.file)
    return {
      description: "The file",
      content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
    }
  return { description: "Done", content: { "application/json": { schema: op.output } } }
}

function failures(op: Operation) {
  const codes: ErrorCode[] = ["invalid", "too_many_requests"]
  if (op.access === "account") codes.push("unauthenticated", "forbidden")
  if (op.path.includes("{")) codes.push("not_found")
  if (op.method !== "get") codes.push("conflict", "too_large", "unsupported_media_type")
  if (op.body === "multipart") codes.push("insufficient_storage")
  const content = { "application/problem+json": { schema: Problem } }
  return Object.fromEntries(codes.map((code) => [ERRORS[code].status, { description: ERRORS[code].title, content }]))
}
