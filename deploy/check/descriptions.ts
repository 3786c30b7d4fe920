import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parse } from "yaml"

/** Variables of others than the app: of Node, Next, PostgreSQL and nginx in their images, and of compose.yaml itself. */
const OTHERS =
  /^(NODE_ENV|NODE_OPTIONS|MALLOC_ARENA_MAX|HOSTNAME|KEEP_ALIVE_TIMEOUT|POSTGRES_\w+|SERVER_NAME|APP_[12]|CERTIFICATE(_KEY)?|DATABASE_PASSWORD)$/

interface Service {
  build?: string
  image?: string
  command?: string[]
  environment?: Record<string, string>
  depends_on?: Record<string, unknown>
  volumes?: string[]
}

/** Every name in compose.yaml leads somewhere: services, volumes, files, commands and variables. Throws what does not. */
export function checkCompose(commands: string[]): void {
  const text = readFileSync("compose.yaml", "utf8")
  const { services, volumes } = parse(text, { merge: true }) as {
    services: Record<string, Service>
    volumes: Record<string, unknown>
  }
  const wrong: string[] = []
  const settings = settingsIn(".env.example")
  for (const [name, service] of Object.entries(services)) {
    if (!service.image && !service.build) wrong.push(`${name} has neither an image nor a build`)
    for (const other of Object.keys(service.depends_on ?? {}))
      if (!services[other]) wrong.push(`${name} waits for ${other}`)
    for (const variable of Object.keys(service.environment ?? {}))
      if (!settings.includes(variable) && !OTHERS.test(variable)) wrong.push(`${name} sets ${variable}`)
    for (const [source = ""] of (service.volumes ?? []).map((volume) => volume.split(":")))
      if (!(source.startsWith("./") ? source === "./deploy/tls" || existsSync(source) : source in volumes))
        wrong.push(`${name} mounts ${source}`)
    const file = service.command?.at(-1)
    if (file && !commands.includes(file)) wrong.push(`${name} runs ${file}`)
  }
  for (const [, variable = ""] of text.matchAll(/\$\{(\w+)/g))
    if (!settings.includes(variable) && !OTHERS.test(variable)) wrong.push(`${variable} is asked for`)
  if (wrong.length > 0) throw new Error(`compose.yaml: ${wrong.join("; ")}`)
}

const settingsIn = (file: string): string[] =>
  [...readFileSync(file, "utf8").matchAll(/^#?([A-Z][A-Z0-9_]*)=/gm)].map(([, name = ""]) => name)

/** What systemd itself finds wrong with the units, as far as a machine can tell where nothing of it is installed. */
export function checkUnits(): void {
  const settings = settingsIn(".env.example")
  const folder = mkdtempSync(join(tmpdir(), "gas-units-"))
  const units = readdirSync("deploy").filter((name) => name.endsWith(".service"))
  const files = units.map((name) => {
    const text = readFileSync(join("deploy", name), "utf8")
    for (const [, variable = ""] of text.matchAll(/[= ]([A-Z][A-Z0-9_]+)=/g))
      if (!settings.includes(variable) && !OTHERS.test(variable)) throw new Error(`${name} sets ${variable}`)
    const file = join(folder, name.replace("@", "@3001"))
    writeFileSync(file, text.replace("/usr/bin/node", process.execPath))
    return file
  })
  // It calls a key it does not know no failure.
  const { status, stderr } = spawnSync("systemd-analyze", ["verify", "--man=no", ...files], { encoding: "utf8" })
  if (status !== 0 || stderr !== "") throw new Error(stderr || "systemd-analyze cannot be run")
}
