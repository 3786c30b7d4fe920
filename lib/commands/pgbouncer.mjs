import { spawnSync } from "node:child_process"
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs"
import { resolve } from "node:path"

const FOLDER = resolve("node_modules/.cache/pgbouncer")
const BUILT = `${FOLDER}/pgbouncer`
const PLACES = ["/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/usr/local/bin/pgbouncer", "/opt/homebrew/bin/pgbouncer"]
/** Since then it keeps prepared statements. */
const SINCE = [1, 21]
/** The first release of Debian's with such a one. */
const RELEASE = "trixie"
const QUIET = { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } }

/** The path of a PgBouncer that keeps prepared statements, if there is one on this machine. */
export const findPgBouncer = () =>
  [process.env.PGBOUNCER_PATH, BUILT, ...PLACES].find((path) => path && isRecent(said(path, "--version")))

/**
 * Makes one where there is none and this is root on a Debian: its own when that is recent enough, otherwise built from
 * the sources of a later release. Without one, the tests that need it say so and fail.
 */
export function ensurePgBouncer() {
  if (findPgBouncer() || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return
  console.log("Installing pgbouncer …")
  run("apt-get", "update", "-qq")
  if (isRecent(said("apt-cache", "policy", "pgbouncer"))) install("pgbouncer")
  else build()
}

function isRecent(words) {
  const [, major, minor] = /(?:PgBouncer|Candidate:) (\d+)\.(\d+)/.exec(words)?.map(Number) ?? []
  return major > SINCE[0] || (major === SINCE[0] && minor >= SINCE[1])
}

function build() {
  const sources = `${FOLDER}/sources`
  rmSync(FOLDER, { recursive: true, force: true })
  for (const name of ["lists/partial", "cache/archives/partial", "sources"])
    mkdirSync(`${FOLDER}/${name}`, { recursive: true })
  const [mirror] = said("apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages").split("\n")
  const signed = "[signed-by=/usr/share/keyrings/debian-archive-keyring.gpg]"
  writeFileSync(`${FOLDER}/sources.list`, `deb-src ${signed} ${mirror} ${RELEASE} main\n`)
  // Lists of its own: what else is installed on this machine stays with the release it has.
  const apart = {
    "Dir::Etc::SourceList": `${FOLDER}/sources.list`,
    "Dir::Etc::SourceParts": "/dev/null",
    "Dir::State::Lists": `${FOLDER}/lists`,
    "Dir::Cache": `${FOLDER}/cache`,
    "APT::Sandbox::User": "root",
  }
  const options = Object.entries(apart).flatMap(([name, value]) => ["-o", `${name}=${value}`])
  const inSources = (command, ...args) => run("env", "-C", sources, command, ...args)
  const isBuilt =
    install("gcc", "make", "pkg-config", "libevent-dev", "libssl-dev") &&
    run("apt-get", ...options, "update", "-qq") &&
    inSources("apt-get", ...options, "source", "-qq", "--download-only", "pgbouncer") &&
    inSources("sh", "-c", "tar xzf pgbouncer_*.orig.tar.gz --strip-components=1") &&
    inSources("./configure", "--without-cares") &&
    inSources("make", "pgbouncer")
  if (isBuilt) copyFileSync(`${sources}/pgbouncer`, BUILT)
  for (const name of ["lists", "cache", "sources"]) rmSync(`${FOLDER}/${name}`, { recursive: true, force: true })
}

const said = (command, ...args) => spawnSync(command, args, { encoding: "utf8" }).stdout ?? ""
const run = (command, ...args) => spawnSync(command, args, QUIET).status === 0
const install = (...names) => run("apt-get", "install", "-y", "-qq", "--no-install-recommends", ...names)
