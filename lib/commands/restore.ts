import { resolve } from "node:path"
import { restore } from "@/lib/oversight/backup/restore"
import { readMaintenance } from "@/lib/oversight/maintenance/maintenance-state"
import { env } from "@/lib/runtime/env"
import { command } from "./command"
import { refuseWhileInUse } from "./in-use"

await command(
  {
    name: "restore",
    summary: "Brings a backup back into an empty database and an empty ATTACHMENTS_DIR, and checks all of it.",
    options: { from: { value: "FOLDER", about: "what `npm run backup` has written", required: true } },
    examples: [["--from /backups/2026-03-27", "restore into what DATABASE_URL and ATTACHMENTS_DIR name"]],
    failure: "not restored: the backup is damaged, or the target is not empty; the reason is on standard error",
  },
  async ({ from }) => {
    await refuseWhileInUse(env().DATABASE_DIRECT_URL)
    const { position, hash } = await restore(resolve(from), (line) => console.log(line))
    console.log(`Head of the audit log: ${position}:${hash}`)
    console.log("To send the mail and do the jobs that waited in the backup: npm run jobs -- --release")
    if (await readMaintenance()) console.log("The backup was taken during maintenance: npm run maintenance -- off")
    if (process.getuid?.() === 0)
      console.log(`You are root: if the app is not, give it the files with chown -R in ${env().ATTACHMENTS_DIR}`)
    console.log("Since the backup, API keys may have been revoked and accounts deleted: do so again.")
  },
)
