import { expect, test } from "vitest"
import { importsOf, objections, objectionTo } from "./floors"

test("no import runs up, and no service knows the framework", () => {
  expect(objections()).toEqual([])
})

const found = (from: string, source: string) =>
  importsOf(from, source).flatMap(({ isFile, ...it }) => objectionTo(it, isFile) ?? [])

test.each([
  ["a value", `import { assign } from "@/lib/dispatch/assign"`],
  ["a type", `import type { Assigned } from "@/lib/dispatch/assign"`],
  ["a relative path", `import { assign } from "../../dispatch/assign"`],
  ["a dynamic import", `const { assign } = await import("@/lib/dispatch/assign")`],
  ["an export", `export { assign } from "@/lib/dispatch/assign"`],
  ["several lines", `import {\n  assign,\n} from "@/lib/dispatch/assign"`],
])("an arrow upward is found: %s", (_, source) => {
  expect(found("lib/identity/accounts/verify.ts", source)).toEqual([
    "lib/identity/accounts/verify.ts (identity) imports lib/dispatch/assign (dispatch).",
  ])
})

test("downward and sideways is free", () => {
  const source = `import { db } from "@/db/client"\nimport { verify } from "./verify"\nimport { z } from "zod"`
  expect(found("lib/identity/accounts/profile.ts", source)).toEqual([])
})

test("the model imports zod and nothing else, and services know no framework", () => {
  expect(found("lib/model/status.ts", `import { z } from "zod"`)).toEqual([])
  expect(found("lib/model/status.ts", `import { sql } from "drizzle-orm"`)).toHaveLength(1)
  expect(found("lib/model/status.ts", `import { db } from "@/db/client"`)).toHaveLength(1)
  expect(found("lib/requests/get-request.ts", `import { cookies } from "next/headers"`)).toHaveLength(1)
})

test("a file of no floor is named", () => {
  expect(found("lib/helpers/text.ts", `import { z } from "zod"`)).toEqual(["lib/helpers/text.ts stands on no floor."])
})
