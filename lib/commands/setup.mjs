import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"

/** Plain Node, because it runs before any package is installed. */

export const NEXT = "node_modules/next/dist/bin/next"
/** The built server. Its folder needs nothing else of this repository. */
export const SERVER = ".next/standalone/server.js"

/** An error whose message is all that people need. */
export class Refusal extends Error {}

/** Runs a program to its end in this terminal. */
export function run(command, args, { failure, env = process.env }) {
  const { status, error } = spawnSync(command, args, { stdio: "inherit", env })
  if (status !== 0) throw new Refusal(error ? `${failure}: ${error.message}` : failure)
}

/**
 * A lockfile names the native packages of the platforms whose packages its author's registry offered, and `npm ci`
 * refuses when others are missing from it; `npm install` keeps to all it names and finds the rest.
 */
export function ensurePackages() {
  if (arePackagesInstalled()) return
  console.log("Installing packages …")
  const npm = process.env.npm_execpath
  const [command, before] = npm?.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []]
  const quietly = ["--no-audit", "--no-fund"]
  const { status } = spawnSync(command, [...before, "ci", ...quietly], { stdio: ["ignore", "inherit", "ignore"] })
  if (status === 0) return
  const failure = "The packages could not be installed."
  run(command, [...before, "install", "--no-save", ...quietly], { failure })
}

/** Whether node_modules holds what package-lock.json names. Packages of other platforms are optional. */
function arePackagesInstalled() {
  const record = "node_modules/.package-lock.json"
  if (!existsSync(record)) return false
  const installed = JSON.parse(readFileSync(record, "utf8")).packages
  const wanted = Object.entries(JSON.parse(readFileSync("package-lock.json", "utf8")).packages)
  return wanted.every(([path, { version, optional, dev, devOptional }]) => {
    const isNeeded = path !== "" && !optional && !((dev || devOptional) && process.env.NODE_ENV === "production")
    return !isNeeded || installed[path]?.version === version
  })
}

const BUILT_FROM = ["app", "components", "lib", "db", "public"]
const STAMP = ".next/built-from"

/**
 * Makes the build when it is missing or stale. It holds no secret and no setting: one build serves every machine and
 * every configuration.
 */
export async function ensureBuild() {
  const sources = hashOfSources()
  if (existsSync(STAMP) && existsSync(SERVER) && readFileSync(STAMP, "utf8") === sources) return
  console.log("Building …")
  const env = {
    ...process.env,
    NODE_ENV: "production",
    BUILD_ID: sources.slice(0, 20),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: NAMES_OF_ACTIONS,
  }
  run(process.execPath, [NEXT, "build"], { failure: "The build failed", env })
  const { assemble } = await import("./assemble.mjs")
  await assemble(dirname(SERVER))
  writeFileSync(STAMP, sources)
}

/**
 * Next names the actions that forms call by hashes with this. It is no secret: with a new one in each build, as is the
 * default, a deploy would disown every form that is open. What it would also encrypt, `lib/server/key-of-forms.ts` keys.
 */
const NAMES_OF_ACTIONS = createHash("sha256").update("names of actions").digest("base64")

function hashOfSources() {
  const hash = createHash("sha256")
  const isConfiguration = (name) => /^(package(-lock)?\.json|[\w.-]+\.(ts|mjs)|tsconfig[\w.]*\.json)$/.test(name)
  const isGenerated = (name) => name === "next-env.d.ts"
  const inRoot = readdirSync(".").filter((name) => isConfiguration(name) && !isGenerated(name))
  const inFolders = BUILT_FROM.filter((folder) => existsSync(folder)).flatMap(filesIn)
  for (const file of [...inRoot, ...inFolders].sort()) hash.update(`${file}\0`).update(readFileSync(file)).update("\0")
  return hash.digest("hex")
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesIn(path)
    return entry.isFile() && !/\.test\.tsx?$/.test(entry.name) ? [path] : []
  })
}
