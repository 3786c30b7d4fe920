import { spawnSync } from "node:child_process"
import { expect, test, vi } from "vitest"

// Each test starts a process of its own.
vi.setConfig({ testTimeout: 60_000 })

/** What the app's own logger writes to standard output when told this, a line each. */
function written(code: string): Record<string, unknown>[] {
  const script = `import { log } from "./lib/runtime/log.ts"\n${code}`
  const args = ["--import", "tsx", "--input-type=module", "-e", script]
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" })
  expect(stderr).toBe("")
  expect(stdout).not.toMatch(/[^\n\P{Cc}]/u)
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line))
}

test("secrets are struck out by their names, also one level down and in headers", () => {
  const secrets =
    "{ password: 'canary', accessToken: 'canary', refreshToken: 'canary', cookie: 'canary', secret: 'canary' }"
  const lines = written(
    `log.info(${secrets}, "a"); log.info({ body: ${secrets} }, "b"); log.info({ request: { headers: ${secrets} } }, "c")`,
  )
  expect(lines).toHaveLength(3)
  expect(JSON.stringify(lines)).not.toContain("canary")
})

test("line breaks and escape sequences that somebody sent stay within one line, escaped", () => {
  const lines = written(
    'log.warn({ path: "/a\\r\\n{\\"level\\":\\"fatal\\"}\\u001b[2J" }, "first\\r\\nsecond\\u001b[31m")',
  )
  expect(lines).toMatchObject([{ path: '/a\r\n{"level":"fatal"}\u001b[2J', msg: "first\r\nsecond\u001b[31m" }])
})

test("the values of a failed statement are not told", () => {
  const lines = written(
    'log.error({ err: new Error("Failed query: insert\\nparams: canary", { cause: new Error("why\\nparams: canary") }) }, "a")',
  )
  expect(JSON.stringify(lines)).not.toContain("canary")
  expect(lines[0]).toMatchObject({ err: { message: "Failed query: insert", cause: { message: "why" } } })
})
