import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { readMigrationFiles } from "drizzle-orm/migrator"

/**
 * How a file is run. Its first line says so, after `-- migrate: `; without one it is `one transaction`.
 * `each statement on its own`: what no transaction may hold (`create index concurrently if not exists …`). It is run
 * again from its beginning when it was cut off, so each statement must bear that.
 * `in batches`: each statement is repeated, a transaction each time, until it changes no row.
 * `one transaction, older versions stop`: apps that do not know this file refuse to start from then on.
 */
const MODES = [
  "one transaction",
  "one transaction, older versions stop",
  "each statement on its own",
  "in batches",
] as const
export type Mode = (typeof MODES)[number]

export interface Migration {
  name: string
  mode: Mode
  statements: string[]
  /** When it was made, in milliseconds: its number, by which the database remembers it. */
  madeAt: number
  hash: string
}

const FOLDER = resolve(/* turbopackIgnore: true */ "db/migrations")

/** Every migration this version knows, oldest first. Throws when a file asks to be run in no known way. */
export function allMigrations(folder = FOLDER): Migration[] {
  const { entries } = JSON.parse(readFileSync(`${folder}/meta/_journal.json`, "utf8")) as { entries: { tag: string }[] }
  return readMigrationFiles({ migrationsFolder: folder }).map(({ sql, folderMillis, hash }, i) => {
    const name = entries[i]?.tag ?? String(i)
    return { name, mode: modeOf(name, sql[0] ?? ""), statements: sql, madeAt: folderMillis, hash }
  })
}

function modeOf(name: string, text: string): Mode {
  const [, asked] = /^-- migrate: (.*)/.exec(text) ?? [undefined, "one transaction"]
  const mode = MODES.find((it) => it === asked?.trim())
  if (!mode) throw new Error(`Migration ${name} asks to be run in no known way: ${asked}`)
  return mode
}
