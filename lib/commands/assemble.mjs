import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { basename, join } from "node:path"
import { build } from "esbuild"

/** Files that the app and its commands read by path, which following imports does not find. */
const READ_BY_PATH = [
  ".next/static",
  "public",
  "db/migrations",
  "lib/identity/passwords/common-passwords.txt",
  "lib/platform/pictures/draw.mjs",
]

/** Commands that throw data away or make it up have no place where real data is, nor have those that need sources. */
const ONLY_HERE = ["db:seed", "db:reset", "safety:train", "safety:report"]

/**
 * Completes what Next puts into `folder`: with that and Node a machine has the app, the worker and the commands, by
 * the names that `npm run` knows here.
 */
export async function assemble(folder) {
  for (const path of READ_BY_PATH) cpSync(path, join(folder, path), { recursive: true })
  // Next listens where HOSTNAME says, which shells and containers set for purposes of their own.
  const server = join(folder, "server.js")
  writeFileSync(
    server,
    `if (process.env.HOST) process.env.HOSTNAME = process.env.HOST\n${readFileSync(server, "utf8")}`,
  )
  // Next copies .env files there, and a build that is passed on would pass on their secrets.
  for (const name of readdirSync(folder)) if (name.startsWith(".env")) rmSync(join(folder, name))

  const { scripts, dependencies: _all, devDependencies: _tools, ...described } = readJson("package.json")
  const sources = Object.entries(scripts).flatMap(([script, command]) => {
    const [, source] = /^(?:tsx|node --import tsx) (lib\/commands\/[\w-]+\.ts)$/.exec(command) ?? []
    return source && !ONLY_HERE.includes(script) ? [[script, source]] : []
  })
  await bundle(Object.values(Object.fromEntries(sources)), join(folder, "commands"))
  const bundled = sources.map(([script, source]) => [script, `node commands/${basename(source, ".ts")}.mjs`])
  const own = { start: "node server.js", ...Object.fromEntries(bundled) }
  writeFileSync(join(folder, "package.json"), `${JSON.stringify({ ...described, scripts: own }, null, 2)}\n`)
}

async function bundle(entryPoints, outdir) {
  const { serverExternalPackages } = readJson(".next/required-server-files.json").config
  await build({
    entryPoints,
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    external: serverExternalPackages,
    // Some of what is bundled asks for parts of Node the old way.
    // Nobody develops in what was built.
    banner: {
      js: 'import { createRequire as from } from "node:module"; const require = from(import.meta.url); process.env.NODE_ENV ||= "production";',
    },
    logLevel: "warning",
  })
}

const readJson = (file) => JSON.parse(readFileSync(file, "utf8"))
