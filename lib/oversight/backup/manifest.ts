import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { z } from "zod"

const Hash = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * The contents of `manifest.json`. It is written last: a folder without it is no complete backup. Beside it lie
 * `SHA256SUMS` (for `sha256sum -c`) with every other file, `tables/<name>.copy.gz` with rows as COPY writes them by
 * primary key, `jobs.copy.gz`, and `files/<xx>/<id>` with the attachments.
 */
export const Manifest = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  app: z.string(),
  postgres: z.string(),
  /** The last migration the database had, by when it was made; the schema is not in the backup. */
  migration: z.number(),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.number(),
      /** SHA-256 of the uncompressed rows. */
      contents: Hash,
    }),
  ),
  sequences: z.array(z.object({ name: z.string(), last: z.string(), isCalled: z.boolean() })),
  jobs: z.number(),
  files: z.object({ count: z.number(), bytes: z.number(), missing: z.array(z.string()) }),
  auditHead: z.object({ position: z.number(), hash: Hash }),
  sums: Hash,
  /** Advice for the keeper of the backup. */
  secrets: z.object({ inside: z.string(), outside: z.string() }),
})
export type Manifest = z.infer<typeof Manifest>

export const SECRETS = {
  inside:
    "Personal data of customers and staff, their messages and attachments, hashes of passwords and API keys, and two-factor secrets that AUTH_SECRET decrypts. Keep it as safe as the database.",
  outside:
    "AUTH_SECRET, AUTH_SECRET_PREVIOUS, SMTP_URL, DATABASE_URL and the rest of the environment are not in the backup. Without AUTH_SECRET no one can use two-factor authentication.",
}

export const backupPaths = (folder: string) => ({
  manifest: join(folder, "manifest.json"),
  sums: join(folder, "SHA256SUMS"),
  jobs: "jobs.copy.gz",
  table: (name: string) => `tables/${name}.copy.gz`,
  file: (id: string) => `files/${id.slice(-2)}/${id}`,
})

/** Throws when there is no complete backup in the folder, or one that this version cannot read. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(backupPaths(folder).manifest, "utf8").catch(() => {
    throw new Error(`There is no complete backup in ${folder}: it has no manifest.json.`)
  })
  const { success, data } = Manifest.safeParse(JSON.parse(text))
  if (!success) throw new Error(`The backup in ${folder} was created by another version, or its manifest was changed.`)
  return data
}
