import { FILE_HOMES } from "@/lib/model/attachment"
import { allHomes } from "@/lib/platform/storage/homes"
import { moveFiles } from "@/lib/platform/storage/move-files"
import { log } from "@/lib/runtime/log"
import { aloneIn } from "./alone-in"
import { command, Misuse } from "./command"

const A_SECOND = 1000

await command(
  {
    name: "files:move",
    summary:
      "Moves all attachments to S3 or back to disk while the app serves both. It can be stopped at any time and run again.",
    options: { to: { value: "s3|disk", required: true, about: "where to; the app must run with S3_BUCKET set" } },
    examples: [
      ["--to s3", "move attachments from ATTACHMENTS_DIR to S3_BUCKET"],
      ["--to disk", "move them back; first set ATTACHMENTS_HOME=disk and restart the app"],
    ],
    failure: "some attachments have no file, or one that is damaged",
  },
  async ({ to }) => {
    log.level = "warn"
    if (!(FILE_HOMES as readonly string[]).includes(to)) throw new Misuse("Give --to s3 or --to disk.")
    const home = allHomes().find(({ name }) => name === to)
    if (!home) throw new Misuse("Set S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY first.")
    let moved = 0
    let saidAt = 0
    const wrong: string[] = []
    for await (const done of aloneIn("files:move", moveFiles(home))) {
      moved += done.moved
      for (const id of done.missing) wrong.push(`${id} has no file`)
      for (const id of done.damaged) wrong.push(`${id} has a damaged file, which was left where it is`)
      if (Date.now() - saidAt < A_SECOND) continue
      saidAt = Date.now()
      console.log(`${moved} moved`)
    }
    console.log(`${moved} moved`)
    for (const line of wrong) console.log(line)
    if (wrong.length > 0)
      throw new Error(`${wrong.length} attachments were not moved. Restore their files from a backup.`)
    console.log(`All attachments are in ${home.where()}.`)
  },
)
