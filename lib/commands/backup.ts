import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { backUp } from "@/lib/oversight/backup/back-up"
import { SECRETS } from "@/lib/oversight/backup/manifest"
import { command } from "./command"

await command(
  {
    name: "backup",
    summary: "Saves the database and the files into a new folder, while the app runs. The environment is not saved.",
    options: { to: { value: "FOLDER", about: "folder to create; it must not exist yet", required: true } },
    examples: [
      ["--to /backups/$(date +%F)", "save everything, for example every night"],
      ["--to /backups/before-0.5", "save everything before a change"],
    ],
    failure: "not saved, or a file is missing from the store; standard error has the reason",
  },
  async ({ to }) => {
    const folder = resolve(to)
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string }
    const { tables, files, jobs, auditHead, madeAt } = await backUp(folder, version)
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    console.log(
      `Saved ${rows} rows, ${jobs} jobs and ${files.count} files (${files.bytes} bytes) as of ${madeAt} in ${folder}.`,
    )
    console.log(`Head of the audit log: ${auditHead.position}:${auditHead.hash}`)
    console.log(`Included: ${SECRETS.inside}\nNot included: ${SECRETS.outside}`)
    if (files.missing.length > 0)
      throw new Error(
        `The backup is complete except for ${files.missing.length} files missing from the store; manifest.json names them.`,
      )
  },
)
