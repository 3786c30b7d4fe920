import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { expect, test } from "vitest"

test("what is built needs no package that only developers have, since production installs none", () => {
  const { devDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as { devDependencies: object }
  const checked = execFileSync("npx", ["tsc", "-p", "tsconfig.build.json", "--listFilesOnly"], { encoding: "utf8" })
  const packages: string[] = checked.match(/(?<=\/node_modules\/)(@[^/]+\/)?[^/]+(?=\/)/g) ?? []
  const ours = checked.split("\n").filter((file) => file !== "" && !file.includes("/node_modules/"))
  expect(ours.some((file) => file.endsWith("/app/layout.tsx"))).toBe(true)
  expect(Object.keys(devDependencies).filter((name) => packages.includes(name))).toEqual([])
}, 60_000)
