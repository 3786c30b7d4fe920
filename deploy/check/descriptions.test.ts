import { readdirSync } from "node:fs"
import { expect, test } from "vitest"
import { checkCompose } from "./descriptions"
import { lintDockerfile } from "./image"

test("the Dockerfile has no mistake that a linter finds", () => {
  expect(lintDockerfile).not.toThrow()
})

test("compose.yaml names no service, volume, file, command or variable that is not there", () => {
  const commands = readdirSync("lib/commands").map((name) => `commands/${name.replace(/\.ts$/, ".mjs")}`)
  expect(() => checkCompose(commands)).not.toThrow()
  expect(() => checkCompose([])).toThrow("worker runs commands/worker.mjs")
})
