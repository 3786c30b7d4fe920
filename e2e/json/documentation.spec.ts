import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "../api"

interface Operation {
  operationId: string
  security: unknown[]
  responses: Record<string, { $ref?: string; content?: Record<string, unknown> }>
  requestBody?: { content: Record<string, unknown> }
}

const ROUTES = "app/api/v1"
const METHODS = ["get", "post", "put", "patch", "delete"]

/** Each route of the API that there is a file for, such as `PUT /requests/{id}/status`. */
function routes(): string[] {
  const files = readdirSync(ROUTES, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith("route.ts"))
  return files.flatMap((file) => {
    if (file.includes("[...")) return []
    const path = `/${file.replace(/\/?route\.ts$/, "")}`.replace(/\[(\w+)\]/g, "{$1}")
    const exported = readFileSync(join(ROUTES, file), "utf8").matchAll(/export const (GET|POST|PUT|PATCH|DELETE)\b/g)
    return [...exported].map(([, method]) => `${method} ${path}`)
  })
}

test("OpenAPI 3.1 describes every route of the API and none besides", async ({ request }) => {
  const response = await request.get("/api/openapi.json")
  expect(response.headers()["content-type"]).toContain("application/json")
  const { openapi, servers, paths } = await response.json()
  expect(openapi).toMatch(/^3\.1\./)
  expect(servers).toEqual([{ url: "/api/v1" }])
  const described = Object.entries<Record<string, Operation>>(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(described.sort()).toEqual(routes().sort())
})

test("every operation says what it answers, and what it says when it refuses", async ({ request }) => {
  const { paths, components } = await (await request.get("/api/openapi.json")).json()
  expect(components.securitySchemes).toEqual({ bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" } })
  const operations = Object.values<Record<string, Operation>>(paths).flatMap((methods) =>
    METHODS.flatMap((method) => methods[method] ?? []),
  )
  expect(operations.length).toBeGreaterThan(15)
  for (const { operationId, security, responses } of operations) {
    expect(
      Object.keys(responses).some((status) => /^20[0124]$/.test(status)),
      operationId,
    ).toBe(true)
    const { content } = components.responses[responses["400"]?.$ref?.split("/").at(-1) ?? ""]
    expect(content, operationId).toHaveProperty(["application/problem+json"])
    if (security.length > 0) expect(responses, operationId).toHaveProperty("401")
  }
})

test("files are documented as multipart, uploads as JSON, and answers with a file as a file", async ({ request }) => {
  const { paths } = await (await request.get("/api/openapi.json")).json()
  const upload: Operation = paths["/requests/{id}/attachments"].post
  expect(Object.keys(upload.requestBody?.content ?? {})).toEqual(["multipart/form-data", "application/json"])
  const download: Operation = paths["/attachments/{id}"].get
  expect(Object.keys(download.responses["200"]?.content ?? {})).toContain("application/pdf")
})
