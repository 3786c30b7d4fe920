import { parseArgs } from "node:util"
import { sqlState } from "@/db/errors"
import { checkStore } from "@/lib/attachments/check"
import { adoptStore } from "@/lib/attachments/ownership"
import { env } from "@/lib/env"
import { log } from "@/lib/log"
import { command } from "./command"
import { reportOf } from "./files-report"

const USAGE = `npm run files:check                Compares the store of attachments with the database and changes nothing.
npm run files:check -- --mend      Moves files that an attachment names back from quarantine, and files that no
                                   attachment names into quarantine, where they are kept for 30 days.
npm run files:check -- --adopt     Marks the store as this database's own, whatever its marker says. Use it after you
                                   have made sure that DATABASE_URL and ATTACHMENTS_DIR belong together.

It can run while the app runs. The exit code is 1 when something is wrong.`

const UNDEFINED_TABLE = "42P01"
const on = { type: "boolean", default: false } as const

if (process.argv.slice(2).some((word) => word === "--help" || word === "-h")) console.log(USAGE)
else
  await command(async () => {
    const { values } = parseArgs({ options: { mend: on, adopt: on } })
    log.level = "warn"
    try {
      if (values.adopt) console.log(`${env().ATTACHMENTS_DIR} belongs to installation ${await adoptStore()} now.`)
      const { lines, isWrong } = reportOf(await checkStore({ mend: values.mend }), env().ATTACHMENTS_DIR)
      console.log(lines.join("\n"))
      if (isWrong) process.exitCode = 1
    } catch (error) {
      if (sqlState(error) !== UNDEFINED_TABLE) throw error
      throw new Error(
        "This database has no tables of the app, or old ones. Check DATABASE_URL. npm run db:migrate brings it up to date.",
      )
    }
  })
