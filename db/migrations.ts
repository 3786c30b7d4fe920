import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { readMigrationFiles } from "drizzle-orm/migrator"

/**
 * The ways in which a migration is run. The first line of its file names one after `-- migrate: `; without it the mode is
 * `one transaction`.
 * `each statement on its own`: for what cannot run in a transaction (`create index concurrently if not exists …`). After
 * an interruption it is run again from its beginning, so each statement must be repeatable.
 * `in batches`: each statement is repeated, in a transaction each time, until it changes no row.
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
  /** When it was made, in milliseconds since 1970. The database records it by this number. */
  madeAt: number
  hash: string
}

const FOLDER = resolve(/* turbopackIgnore: true */ "db/migrations")

/**
 * Returns every migration that this version knows, oldest first.
 * @throws Error when a file names an unknown mode
 */
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
