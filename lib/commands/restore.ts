import { resolve } from "node:path"
import { restore } from "@/lib/oversight/backup/restore"
import { readMaintenance } from "@/lib/oversight/maintenance/maintenance-state"
import { env } from "@/lib/runtime/env"
import { command } from "./command"
import { refuseWhileInUse } from "./in-use"

await command(
  {
    name: "restore",
    summary: "Restores a backup into an empty database and an empty ATTACHMENTS_DIR, and checks everything.",
    options: { from: { value: "FOLDER", about: "folder written by `npm run backup`", required: true } },
    examples: [["--from /backups/2026-03-27", "restore into DATABASE_URL and ATTACHMENTS_DIR"]],
    failure: "not restored: the backup is damaged, or the target is not empty; standard error has the reason",
  },
  async ({ from }) => {
    await refuseWhileInUse(env().DATABASE_DIRECT_URL)
    const { position, hash } = await restore(resolve(from), (line) => console.log(line))
    console.log(`Head of the audit log: ${position}:${hash}`)
    console.log("To send the emails and run the jobs that were queued in the backup: npm run jobs -- --release")
    if (await readMaintenance()) console.log("The backup was taken during maintenance: npm run maintenance -- off")
    if (process.getuid?.() === 0)
      console.log(
        `You are root. If the app runs as another user, change the owner with chown -R in ${env().ATTACHMENTS_DIR}`,
      )
    console.log("Repeat any revocation of API keys and deletion of accounts made since the backup.")
  },
)
