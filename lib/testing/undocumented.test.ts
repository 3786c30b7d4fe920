import { expect, test } from "vitest"
import { documentedBy } from "./undocumented"

const ID = { "X-Request-Id": { required: true, schema: { type: "string" } } }
const thing = { type: "object", properties: { id: { type: "string", format: "uuid" } }, additionalProperties: false }
const besides = documentedBy({
  paths: {
    "/things/{id}": {
      get: {
        responses: {
          200: { headers: ID, content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } } },
          204: { headers: ID },
          404: { $ref: "#/components/responses/Problem404" },
        },
      },
    },
  },
  components: {
    schemas: { Thing: thing },
    responses: { Problem404: { headers: ID, content: { "application/problem+json": { schema: { type: "object" } } } } },
  },
})

const found = (status: number, type: string | null, body?: string, more: Record<string, string> = {}) => {
  const headers: Record<string, string> = { "x-request-id": "r", ...(type && { "content-type": type }), ...more }
  return besides("GET", "/things/{id}", { status, header: (name) => headers[name] ?? null, body })
}
const JSON_TYPE = "application/json; charset=utf-8"

test.each([
  ["an answer", found(200, JSON_TYPE, '{"id":"019f3c1a-7b20-7c44-9d1e-2f6a5b8c7d10"}'), 0],
  ["no content", found(204, null, ""), 0],
  ["a problem, which stands among the components", found(404, "application/problem+json", "{}"), 0],
  ["a status", found(409, "application/problem+json", "{}"), 1],
  ["a content type", found(200, "text/html", "<p>"), 1],
  ["content where there is none", found(204, JSON_TYPE, "{}"), 1],
  ["a header", found(200, JSON_TYPE, "{}", { "retry-after": "2" }), 1],
  ["a field", found(200, JSON_TYPE, '{"secret":1}'), 1],
  ["a value", found(200, JSON_TYPE, '{"id":"no id"}'), 1],
])("of %s, what is not documented is found", (_, besides, count) => {
  expect(besides).toHaveLength(count)
})

test("a header that is always there is missed, and so is an operation", () => {
  const header = () => null
  expect(besides("GET", "/things/{id}", { status: 204, header, body: "" })).toEqual([
    "that there is no header x-request-id",
  ])
  expect(besides("PUT", "/things/{id}", { status: 200, header, body: "" })).toEqual(["the status 200"])
})
