import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"

/** Where the sentences are that people read: customers, staff, administrators, operators and callers of the API. */
const FOLDERS = [
  "app/(account)",
  "app/(admin)",
  "app/(desk)",
  "app/(portal)",
  "app/(public)",
  "components/account",
  "components/admin",
  "components/desk",
  "components/requests",
  "components/rosters",
  "components/shell",
  "components/team",
  "components/ui",
  "lib/commands",
  "lib/dispatch",
  "lib/http",
  "lib/identity",
  "lib/model",
  "lib/oversight",
  "lib/requests",
  "lib/server",
  "lib/worker",
]

/** What we do not write, and what we write instead. */
const RULES: readonly [RegExp, string][] = [
  [/\be-mail/i, "email"],
  [/\b(ring|rung) (us|an?|the|when|from)\b|, then ring\b/i, "call"],
  [/\bwhoever\b|\bsomebody (who|else)\b/i, "the person's role, or someone else"],
  [/\bat once\b/i, "immediately, or straight away"],
  [/\bby itself\b/i, "automatically"],
  [/\b(works?|need it|good) no more\b|\bany more\b/i, "no longer"],
  [/\bwhat waits\b|\bwaits for (somebody|nobody|anybody)\b/i, "unassigned"],
  [/\bhand(s|ed)? (over|on|out)\b|\b(given|gives?) to (somebody|someone|others|the next)\b/i, "assign or reassign"],
  [/\blook(s|ed)? (after|into|again)\b/i, "assigned to, or check"],
  [/\bfile (a|this|the|your) (service )?request\b|\brequest (is )?filed\b/i, "send, or received"],
  [/\bwas \w+ just now\b|\bbegin anew\b/i, "has been, or start again"],
  [/\bgo on\b/i, "continue"],
]

/** Words are in strings and between tags; what stands in comments is for engineers. */
const withoutComments = (code: string) =>
  code.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, "")).replace(/(?<![:"'`\w])\/\/ .*$/gm, "")

/** Each file without its imports, on one line, since a sentence may go over several. */
function* sources(): Generator<{ file: string; text: string }> {
  for (const folder of FOLDERS)
    for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      // The vocabulary of danger is what customers write, not what we do.
      if (!/\.tsx?$/.test(name) || /\.test\.tsx?$/.test(name) || name.startsWith("safety/")) continue
      const file = join(folder, name)
      const code = withoutComments(readFileSync(file, "utf8")).replace(/^(import|export) .* from ".*$/gm, "")
      yield { file, text: code.replace(/\s+/g, " ") }
    }
}

test("no sentence that people read breaks a rule of our words", () => {
  const found = [...sources()].flatMap(({ file, text }) =>
    RULES.flatMap(([rule, better]) => {
      const at = text.search(rule)
      return at < 0 ? [] : [`${file}: write ${better}: …${text.slice(Math.max(0, at - 40), at + 60)}…`]
    }),
  )
  expect(found).toEqual([])
})

test.each([
  ["Ring us from outside.", true],
  ["We start at once.", true],
  ["Check your e-mail.", true],
  ["Call us from outside. We start immediately.", false],
])("the rules judge “%s” as they should", (sentence, breaks) => {
  expect(RULES.some(([rule]) => rule.test(sentence))).toBe(breaks)
})
