import { readFileSync } from "node:fs"
import { expect, test } from "vitest"

/** Not for people to set: one is for Node, the other is set by `npm start`. */
const NOT_FOR_PEOPLE = ["NODE_ENV", "TRIAL"]

/** Each variable of `lib/runtime/env.ts`, in its order: what is said of it, and how it is defined. */
function variables(): { name: string; said?: string; defined: string }[] {
  const [, inside = ""] =
    /const Environment = z\.object\(\{\n(.*?)\n\}\)/s.exec(readFileSync("lib/runtime/env.ts", "utf8")) ?? []
  const found = inside.matchAll(
    /^(?: {2}\/\*\* ((?:(?!\*\/).)*) \*\/\n)? {2}([A-Z][A-Z0-9_]*): (.*?),$(?=\n {2}\S|$(?!\n))/gms,
  )
  return [...found]
    .map(([, said, name = "", defined = ""]) => ({ said: said?.replace(/\s+\* /g, " "), name, defined }))
    .filter(({ name }) => !NOT_FOR_PEOPLE.includes(name))
}

function example(): string {
  const head = "# Every setting, with what it is when unset. Copy this file to .env, or set the variables themselves.\n"
  const settings = variables().map(({ name, said, defined }) => {
    const [, value = ""] = /\.default\("?([^")]*)"?\)/.exec(defined) ?? []
    return `# ${said}\n#${name}=${/\s/.test(value) ? JSON.stringify(value) : value}\n`
  })
  return [head, ...settings].join("\n")
}

test("each setting says what it is for", () => {
  expect(variables().length).toBeGreaterThan(15)
  expect(variables().filter(({ said }) => !said)).toEqual([])
})

test(".env.example says of every setting what the code says; `npx vitest run lib/runtime/env-example.test.ts -u` writes it", async () => {
  await expect(example()).toMatchFileSnapshot("../../.env.example")
})
