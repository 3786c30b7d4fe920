import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { Validator } from "@seriousme/openapi-schema-validator"
import { expect, test } from "vitest"
import { openApiDocument, openApiResponse } from "./openapi"

const ROOT = "app/api/v1"
const METHOD = /\b(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/g

/** Every method that a file below /api/v1 answers to, such as `get /requests/{id}`. */
function routes(): string[] {
  const files = readdirSync(ROOT, { recursive: true, encoding: "utf8" }).filter((file) => /(^|\/)route\.ts$/.test(file))
  return files
    .filter((file) => !file.startsWith("[...rest]"))
    .flatMap((file) => {
      const path = `/${file.replace(/\/?route\.ts$/, "").replace(/\[(\w+)\]/g, "{$1}")}`
      const exported = readFileSync(join(ROOT, file), "utf8")
        .split("\n")
        .filter((line) => line.startsWith("export"))
      return exported.flatMap((line) => line.match(METHOD) ?? []).map((method) => `${method.toLowerCase()} ${path}`)
    })
    .sort()
}

function documented(): string[] {
  const paths = Object.entries(openApiDocument().paths ?? {})
  return paths.flatMap(([path, item]) => Object.keys(item ?? {}).map((method) => `${method} ${path}`)).sort()
}

test("the documentation is valid OpenAPI 3.1", async () => {
  const validator = new Validator()
  const { valid, errors } = await validator.validate(JSON.parse(await openApiResponse().text()))
  expect(errors ?? []).toEqual([])
  expect(valid).toBe(true)
  expect(validator.version).toBe("3.1")
})

test("every route is documented, and everything documented is a route", () => {
  expect(routes().length).toBeGreaterThan(20)
  expect(documented()).toEqual(routes())
})

test("each operation has a name of its own, a summary and an answer for bad input", () => {
  const operations = Object.values(openApiDocument().paths ?? {}).flatMap((item) => Object.values(item ?? {}))
  const names = operations.map(({ operationId }) => operationId)
  expect(new Set(names).size).toBe(names.length)
  for (const operation of operations) {
    expect(operation.summary).toBeTruthy()
    expect(operation.responses).toHaveProperty("400")
  }
})

test("nothing that needs an account is documented as open to all, and nothing open asks for a token", () => {
  const paths = openApiDocument().paths ?? {}
  expect(paths["/tokens"]?.post?.security).toEqual([])
  expect(paths["/requests"]?.get?.security).toEqual([{ bearer: [] }])
})

test("every operation that keeps its answers documents the header once, and what a key can be refused for", () => {
  const all = Object.entries(openApiDocument().paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item ?? {}).map(([method, operation]) => ({ path, method, operation })),
  )
  for (const { path, method, operation } of all) {
    const isKept = ["post", "put", "patch"].includes(method)
    const headers = (operation.parameters ?? []).filter((it: { $ref?: string }) => it.$ref?.endsWith("/IdempotencyKey"))
    expect([path, method, headers.length]).toEqual([path, method, isKept ? 1 : 0])
    if (isKept) expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(["409", "422"]))
    else expect(operation.responses).not.toHaveProperty("422")
  }
})
