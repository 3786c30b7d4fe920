import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"

/** Plain Node, because it runs before any package is installed. */

export const NEXT = "node_modules/next/dist/bin/next"

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

export function ensureBuild() {
  const sources = hashOfSources()
  if (existsSync(STAMP) && existsSync(".next/BUILD_ID") && readFileSync(STAMP, "utf8") === sources) return
  console.log("Building …")
  const env = { ...process.env, NODE_ENV: "production", BUILD_ID: sources.slice(0, 20), ...keyOfForms() }
  run(process.execPath, [NEXT, "build"], { failure: "The build failed", env })
  writeFileSync(STAMP, sources)
}

/** Machines that share a secret understand the forms that each other's build has sent out. */
function keyOfForms() {
  const secret = process.env.AUTH_SECRET
  if (!secret) return {}
  return { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: createHash("sha256").update(`forms:${secret}`).digest("base64") }
}

function hashOfSources() {
  const hash = createHash("sha256").update(JSON.stringify(keyOfForms()))
  const isConfiguration = (name) => /^(package-lock\.json|[\w.-]+\.(ts|mjs)|tsconfig[\w.]*\.json)$/.test(name)
  const isGenerated = (name) => name === "next-env.d.ts"
  const inRoot = readdirSync(".").filter((name) => isConfiguration(name) && !isGenerated(name))
  const inFolders = BUILT_FROM.filter((folder) => existsSync(folder)).flatMap(filesIn)
  for (const file of [...inRoot, ...inFolders].sort()) hash.update(`${file}\0`).update(readFileSync(file)).update("\0")
  return hash.digest("hex")
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return path === join("lib", "commands") ? [] : filesIn(path)
    return entry.isFile() && !/\.test\.tsx?$/.test(entry.name) ? [path] : []
  })
}
