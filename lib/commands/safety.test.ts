import { spawn } from "node:child_process"
import { once } from "node:events"
import { text } from "node:stream/consumers"
import { expect, test } from "vitest"
import { judgeText } from "@/lib/requests/safety/judge-text"
import { runCommand } from "@/lib/testing/command"

const NOWHERE = { DATABASE_URL: "postgres://nobody@127.0.0.1:1/nothing" }

async function judged(input: string): Promise<string[]> {
  const env = { ...process.env, ...NOWHERE }
  const child = spawn(process.execPath, ["--import", "tsx", "lib/commands/safety-judge.ts"], { env })
  child.stdin.end(input)
  const [out] = await Promise.all([text(child.stdout), once(child, "close")])
  return out.split("\n").slice(0, -1)
}

test("safety:judge prints one JSON line for each line, as filing judges it, and needs no database", async () => {
  const lines = ["Smell of gas\u2028in the hall", "", "My gas bill has doubled\r", "厨房里有煤气味"]
  expect(await judged(lines.join("\n"))).toEqual(lines.map((line) => JSON.stringify(judgeText(line))))
})

test("safety:judge keeps the order of many lines", async () => {
  const lines = Array.from({ length: 20_000 }, (_, i) => (i % 3 === 0 ? "" : i % 3 === 1 ? "smell of gas" : "my bill"))
  const verdicts = (await judged(`${lines.join("\n")}\n`)).map((line) => JSON.parse(line).verdict)
  expect(verdicts).toEqual(lines.map((line) => judgeText(line).verdict))
}, 60_000)

test("safety:report prints both halves, and no sentence of the half kept apart", async () => {
  const { code, out } = await runCommand("safety-report", ["--mistakes"], NOWHERE)
  expect(code).toBe(0)
  for (const said of ["development:", "kept-apart:", "missed, %", "asked needlessly, %", "false emergencies, %"])
    expect(out).toContain(said)
  expect(out.slice(out.indexOf("kept-apart:"))).not.toMatch(/ judged (danger|possible|none) \| /)
}, 60_000)
