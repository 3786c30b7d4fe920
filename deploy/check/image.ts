import { execFileSync, spawnSync } from "node:child_process"
import { chownSync, cpSync, mkdirSync, readFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { DockerfileParser, type Instruction } from "dockerfile-ast"
import { validate } from "dockerfile-utils"

/** The user that the image's process runs as, and what this checks with: nobody's, when it can be. */
export const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined

export interface Image {
  /** The root of the last stage. */
  root: string
  workdir: string
  env: Record<string, string>
  command: string[]
  healthcheck: string[]
}

export function lintDockerfile(): void {
  const found = validate(readFileSync("Dockerfile", "utf8"))
  if (found.length > 0)
    throw new Error(
      `Dockerfile: ${found.map(({ message, range }) => `${range.start.line + 1}: ${message}`).join("; ")}`,
    )
}

/** Does what the Dockerfile says in a plain folder, as a user without rights; each stage is a folder of its own. */
export function executeDockerfile(folder: string): Image {
  const stages = new Map<string, Image>()
  let image: Image | undefined
  for (const it of DockerfileParser.parse(readFileSync("Dockerfile", "utf8")).getInstructions()) {
    const words = argumentsOf(it)
    if (it.getKeyword() === "FROM") {
      image = newStage(join(folder, `stage-${stages.size}`))
      stages.set(words[2] ?? "the last", image)
    } else if (image) execute(it.getKeyword(), words, image, stages)
  }
  if (!image) throw new Error("The Dockerfile has no stage.")
  return image
}

function newStage(root: string): Image {
  mkdirSync(root, { recursive: true })
  if (NOBODY) chownSync(root, NOBODY.uid, NOBODY.gid)
  return { root, workdir: "/", env: {}, command: [], healthcheck: [] }
}

function execute(keyword: string, words: string[], image: Image, stages: Map<string, Image>): void {
  const here = join(image.root, image.workdir)
  const given = words.filter((word) => !word.startsWith("--"))
  if (keyword === "WORKDIR") {
    image.workdir = given[0] ?? "/"
    makeFolder(join(image.root, image.workdir), image.root)
  } else if (keyword === "ENV")
    for (const word of words) Object.assign(image.env, { [word.split("=", 1)[0] ?? ""]: word.replace(/^[^=]*=/, "") })
  else if (keyword === "RUN") runAsNobody(words.join(" "), here, image)
  else if (keyword === "COPY") {
    const from = words.find((word) => word.startsWith("--from="))?.slice("--from=".length)
    const target = resolve(here, (given.at(-1) ?? ".").replace(/^\//, `${image.root}/`))
    for (const source of given.slice(0, -1))
      copy(from === undefined ? undefined : stages.get(from)?.root, source, target)
    if (NOBODY) execFileSync("chown", ["-R", `${NOBODY.uid}:${NOBODY.gid}`, target])
  } else if (keyword === "CMD") image.command = JSON.parse(words.join(" ")) as string[]
  else if (keyword === "HEALTHCHECK")
    image.healthcheck = JSON.parse(words.slice(words.indexOf("CMD") + 1).join(" ")) as string[]
  else if (!["USER", "EXPOSE", "VOLUME", "STOPSIGNAL"].includes(keyword))
    throw new Error(`Nobody has said here what ${keyword} does.`)
}

function makeFolder(path: string, root: string): void {
  mkdirSync(path, { recursive: true })
  if (NOBODY) for (let at = path; at !== dirname(root); at = dirname(at)) chownSync(at, NOBODY.uid, NOBODY.gid)
}

function copy(stage: string | undefined, source: string, target: string): void {
  if (stage !== undefined) cpSync(join(stage, source), target, { recursive: true, verbatimSymlinks: true })
  else
    for (const file of source === "." ? filesOfContext() : [source])
      cpSync(file, join(target, file), { recursive: true })
}

/** What .dockerignore lets through: our own file names all that does. */
function filesOfContext(): string[] {
  const lines = readFileSync(".dockerignore", "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
  const allowed = lines.filter((line) => line.startsWith("!")).map((line) => line.slice(1))
  if (lines[0] !== "*" || allowed.length === 0)
    throw new Error(".dockerignore no longer begins by leaving everything out.")
  return allowed
}

function runAsNobody(command: string, cwd: string, { env, root }: Image): void {
  const given = { ...process.env, HOME: root, npm_config_cache: join(root, ".npm"), ...env }
  const { status } = spawnSync("sh", ["-ec", command], { cwd, env: given, stdio: "inherit", ...NOBODY })
  if (status !== 0) throw new Error(`A step of the Dockerfile failed: ${command}`)
}

/** The words of an instruction, its flags among them, with lines joined and quotes left as they are. */
const argumentsOf = (it: Instruction): string[] =>
  it.getTextContent().slice(it.getInstruction().length).replace(/\\\n/g, " ").trim().split(/\s+/)
