import { sqlState } from "@/db/errors"
import { checkStore } from "@/lib/platform/storage/check-store"
import { adoptStore } from "@/lib/platform/storage/ownership"
import { env } from "@/lib/runtime/env"
import { log } from "@/lib/runtime/log"
import { command } from "./command"
import { reportOf } from "./files-report"

const UNDEFINED_TABLE = "42P01"
await command(
  {
    name: "files:check",
    summary: "Compares the store of attachments with the database. It can run while the app runs.",
    options: {
      mend: { about: "move files that an attachment names back from quarantine, and others into it, for 30 days" },
      adopt: { about: "mark the store as this database's own; make sure that DATABASE_URL and ATTACHMENTS_DIR agree" },
    },
    examples: [
      ["", "compare, and change nothing"],
      ["--mend", "put every file where it belongs"],
    ],
    failure: "something is wrong, or it could not be looked at",
  },
  async (values) => {
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
  },
)
