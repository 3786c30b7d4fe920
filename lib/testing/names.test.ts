import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"

const FOLDERS = ["components", "db", "lib"]
const DECLARED = /^export (?:async )?(?:function\*?|class|const|type|interface) (\w+)/gm

/** Where each exported name is declared. A schema and its type stand in one file and count as one. */
function declarations(): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const folder of FOLDERS)
    for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      if (!/\.tsx?$/.test(path) || /\.test\.tsx?$|\.d\.m?ts$/.test(path)) continue
      const file = join(folder, path)
      const names = new Set([...readFileSync(file, "utf8").matchAll(DECLARED)].map(([, name = ""]) => name))
      for (const name of names) found.set(name, [...(found.get(name) ?? []), file])
    }
  return found
}

test("an exported name is declared once, so that it means one thing", () => {
  const twice = [...declarations()].filter(([, files]) => files.length > 1)
  expect(Object.fromEntries(twice)).toEqual({})
})
