import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"

/** Versions with a published hole, up to and without the one that mends it. The newest mend of each line counts. */
const HOLES: Record<string, { from?: string; mended: string; because: string }[]> = {
  next: [
    { mended: "13.5.9", because: "CVE-2025-29927: a header switches the middleware off" },
    { from: "14.0.0", mended: "14.2.35", because: "CVE-2024-34351, CVE-2024-51479, CVE-2025-29927, CVE-2025-55184" },
    {
      from: "15.0.0",
      mended: "15.5.21",
      because: "CVE-2025-66478: code runs from a request; the releases to July 2026",
    },
    { from: "16.0.0", mended: "16.2.11", because: "CVE-2025-66478, CVE-2026-27978, CVE-2026-44578, CVE-2026-64641" },
  ],
  react: [{ from: "19.0.0", mended: "19.2.8", because: "CVE-2025-55182, CVE-2026-23869, CVE-2026-44907" }],
  "react-dom": [{ from: "19.0.0", mended: "19.2.8", because: "CVE-2025-55182, CVE-2026-23869, CVE-2026-44907" }],
  "react-server-dom-webpack": [{ mended: "19.2.8", because: "CVE-2025-55182: code runs from a request" }],
  "react-server-dom-turbopack": [{ mended: "19.2.8", because: "CVE-2025-55182: code runs from a request" }],
  "next-auth": [{ mended: "4.24.15", because: "GHSA-5jpx-9hw9-2fx4, GHSA-7rqj-j65f-68wh: mail to another address" }],
  nodemailer: [
    { mended: "9.1.0", because: "GHSA-mm7p-fcc7-pg87, GHSA-268h-hp4c-crq3, GHSA-p6gq-j5cr-w38f, GHSA-2x7j-588g-ccc2" },
  ],
  "drizzle-orm": [{ mended: "0.45.2", because: "CVE-2026-39356: names of columns are not escaped" }],
  "file-type": [
    { mended: "21.3.2", because: "CVE-2026-31808: a file that is never read to its end; GHSA-j47w-4g3g-c36v: a bomb" },
  ],
  jose: [
    { from: "3.0.0", mended: "4.15.5", because: "CVE-2024-28176: a token that inflates" },
    { mended: "2.0.7", because: "CVE-2024-28176: a token that inflates" },
  ],
  uuid: [
    { mended: "11.1.1", because: "CVE-2026-41907: writes beyond a buffer" },
    { from: "12.0.0", mended: "12.0.1", because: "CVE-2026-41907" },
    { from: "13.0.0", mended: "13.0.1", because: "CVE-2026-41907" },
  ],
  zod: [{ mended: "3.22.3", because: "CVE-2023-4316: an address that takes for ever to check" }],
  busboy: [{ mended: "1.0.0", because: "CVE-2022-24434 of its dicer: one header ends the process" }],
  dicer: [{ mended: "99.0.0", because: "CVE-2022-24434, never mended" }],
  postcss: [{ mended: "8.5.12", because: "CVE-2026-45623" }],
}

/** Known as installed somewhere, so that a table of names nobody has cannot pass for a check. */
const EXPECTED = ["next", "react", "react-dom", "next-auth", "nodemailer", "drizzle-orm", "file-type", "jose", "zod"]

interface Installed {
  name: string
  version: string
  folder: string
}

/** Every copy that is installed, nested ones too, and what Next carries with itself. */
function installed(): Installed[] {
  const nested = readdirSync("node_modules", { recursive: false, encoding: "utf8" })
  const folders = nested.flatMap((name) => (name.startsWith("@") ? scoped(name) : [join("node_modules", name)]))
  const compiled = join("node_modules", "next/dist/compiled")
  const carried = readdirSync(compiled, { encoding: "utf8" }).map((name) => join(compiled, name))
  return [...folders, ...folders.flatMap(inner), ...carried].flatMap(packageIn)
}

const scoped = (scope: string) =>
  readdirSync(join("node_modules", scope)).map((name) => join("node_modules", scope, name))

function inner(folder: string): string[] {
  const within = join(folder, "node_modules")
  return namesIn(within).flatMap((name) => [join(within, name), ...inner(join(within, name))])
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function packageIn(folder: string): Installed[] {
  try {
    const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))
    return name && version ? [{ name, version, folder }] : []
  } catch {
    return []
  }
}

const partsOf = (version: string) => version.split(/[-+]/)[0]?.split(".").map(Number) ?? []

/** Orders versions as their numbers do. What comes before a release (`-rc.1`) counts as older than it. */
function isBefore(version: string, other: string): boolean {
  const [left, right] = [partsOf(version), partsOf(other)]
  const at = left.findIndex((part, i) => part !== right[i])
  return at < 0 ? version.includes("-") && !other.includes("-") : (left[at] ?? 0) < (right[at] ?? 0)
}

const holesOf = (name: string, version: string) =>
  (HOLES[name] ?? []).filter(({ from, mended }) => isBefore(version, mended) && !(from && isBefore(version, from)))

test("versions are ordered as numbers, not as text", () => {
  expect([isBefore("9.1.0", "10.0.0"), isBefore("16.10.0", "16.2.11"), isBefore("1.0.0", "1.0.0")]).toEqual([
    true,
    false,
    false,
  ])
  expect(isBefore("19.2.8-rc.1", "19.2.8")).toBe(true)
})

test.each([
  ["next", "15.2.2"],
  ["next", "16.0.6"],
  ["nodemailer", "8.0.9"],
  ["drizzle-orm", "0.45.1"],
  ["react-server-dom-webpack", "19.2.0"],
])("%s %s is known to have a hole", (name, version) => {
  expect(holesOf(name, version)).not.toEqual([])
})

test("nothing is installed that is known to have a hole", () => {
  const found = installed()
  for (const name of EXPECTED) expect(found.map((it) => it.name)).toContain(name)
  const vulnerable = found.flatMap(({ name, version, folder }) =>
    holesOf(name, version).map(({ because }) => `${folder} ${version}: ${because}`),
  )
  expect(vulnerable).toEqual([])
})
