import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, normalize } from "node:path"
import { fileURLToPath } from "node:url"

/**
 * The floors of the house from top to bottom, each with the paths that stand on it. A file imports from its own floor
 * and from those below. What starts, tests or measures the product stands on top: nothing imports it but itself.
 */
export const FLOORS: readonly (readonly [name: string, path: RegExp])[] = [
  ["top", /^[^/]+\.ts$|^(bench|deploy|e2e)\/|^lib\/(commands|demo|server|testing|worker)\/|^db\/testing|\.test\.tsx?$/],
  ["app", /^app\//],
  ["components", /^components\//],
  ["http", /^lib\/http\//],
  ["oversight", /^lib\/oversight\//],
  ["dispatch", /^lib\/dispatch\//],
  ["requests", /^lib\/requests\//],
  ["identity", /^lib\/identity\//],
  ["platform", /^lib\/platform\//],
  ["db", /^db\//],
  ["runtime", /^lib\/runtime\//],
  ["model", /^lib\/model\//],
]

/** Packages that a floor may not import; of `model`, the only one that it may. */
const FRAMEWORK = /^(next|react|react-dom|next-auth)(\/|$)/
const WITH_FRAMEWORK = new Set(["top", "app", "components", "http"])
/** next-auth is how browsers sign in, and reads cookies as Next hands them over. */
const AUTH = /^lib\/identity\/auth\//
const MODEL_PACKAGES = new Set(["zod"])

/** Static and dynamic imports, types and values alike, and the modules that tests replace. */
const IMPORT = /(?:\bfrom\s+|\bimport\s*\(\s*|^import\s+|\bvi\.mock\(\s*)["']([^"'\n]+)["']/gm

export interface Import {
  /** The importing file, from the root. */
  from: string
  /** What it imports: a path from the root without its extension, or the name of a package. */
  to: string
}

const floorOf = (path: string): number => FLOORS.findIndex(([, place]) => place.test(path))

/** Why an import is not allowed; nothing when it is. */
export function objectionTo({ from, to }: Import, isFile: boolean): string | undefined {
  const floor = floorOf(from)
  const [name = ""] = FLOORS[floor] ?? []
  if (floor < 0) return `${from} stands on no floor.`
  if (name === "top") return undefined
  if (isFile) {
    const below = floorOf(to) >= 0 ? floorOf(to) : floorOf(`${to}.ts`)
    return below >= floor ? undefined : `${from} (${name}) imports ${to} (${FLOORS[below]?.[0] ?? "no floor"}).`
  }
  if (name === "model" && !MODEL_PACKAGES.has(to)) return `${from} (model) imports ${to}: the model knows zod only.`
  if (FRAMEWORK.test(to) && !WITH_FRAMEWORK.has(name) && !AUTH.test(from))
    return `${from} (${name}) imports ${to}: services know no framework.`
  return undefined
}

/** Everything that a source text imports. */
export function importsOf(from: string, source: string): (Import & { isFile: boolean })[] {
  return [...source.matchAll(IMPORT)].map(([, specifier = ""]) => {
    const isFile = specifier.startsWith("@/") || specifier.startsWith(".")
    const to = specifier.startsWith("@/") ? specifier.slice(2) : isFile ? join(dirname(from), specifier) : specifier
    return { from, to: isFile ? normalize(to).replace(/\.tsx?$/, "") : to, isFile }
  })
}

const ROOTS = ["app", "bench", "components", "db", "deploy", "e2e", "lib"]

function sources(): string[] {
  const inFolders = ROOTS.flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: "utf8" }).map((path) => join(root, path)),
  )
  return [...readdirSync("."), ...inFolders].filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts")).sort()
}

/** Every import that runs up, or brings a package to a floor that does without it, as a sentence. */
export const objections = (): string[] =>
  sources().flatMap((path) =>
    importsOf(path, readFileSync(path, "utf8")).flatMap(({ isFile, ...it }) => objectionTo(it, isFile) ?? []),
  )

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = objections()
  for (const line of found) console.error(line)
  console.log(found.length)
  process.exitCode = found.length > 0 ? 1 : 0
}
