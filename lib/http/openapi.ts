import { createDocument, type ZodOpenApiOperationObject } from "zod-openapi"
import type { Operation } from "@/lib/model/operation"
import { scopesFor } from "@/lib/model/policy"
import { env } from "@/lib/runtime/env"
import { operations } from "./api"
import { answersOf, ELSEWHERE } from "./openapi-answers"
import { inputOf } from "./openapi-input"

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
    components: {
      securitySchemes: { bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
      responses: ELSEWHERE,
    },
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
Lists return \`next\`: send it as \`after\` to get the next page. Errors are \`application/problem+json\`, and every answer has an \`X-Request-Id\`: quote it when you report a problem.
A path that the API does not have is 404, and a method that a path does not have is 405, with \`Allow\`. 429 and 503 say in \`Retry-After\` after how many seconds to try again.
You can repeat every POST, PUT and PATCH safely: send an \`Idempotency-Key\` header with it. For 24 hours, a call with the same key and body gets the first answer again, with \`Idempotency-Replayed: true\`, and nothing is done twice.
With another body it gets 422. While the first call is still running it gets 409 with \`Retry-After\`. Keys are yours alone: each account, API key and, without either, network address has its own. Answers 429 and 5xx are not kept, so repeat the call.
The answers are kept encrypted, including those of \`POST /tokens\`, \`POST /keys\` and other operations that return secrets. Uploads are compared by the names and contents of their files.
**A smell of gas or a carbon monoxide alarm is an emergency. Leave the building and call the emergency line first.**`

function documentationOf(operationId: string, op: Operation): ZodOpenApiOperationObject {
  return {
    operationId,
    tags: [op.tag],
    summary: op.summary,
    description: [op.description, forKeys(op)].filter(Boolean).join("\n\n"),
    security: op.access === "public" ? [] : [{ bearer: [] }],
    ...inputOf(op),
    responses: answersOf(op),
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
