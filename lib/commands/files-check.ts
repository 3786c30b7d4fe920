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
    summary: "Compares the store of attachments with the database. The app can keep running.",
    options: {
      mend: { about: "move attached files back from quarantine, and put other files in quarantine for 30 days" },
      adopt: {
        about:
          "make this store belong to this database; first make sure that DATABASE_URL and ATTACHMENTS_DIR are right",
      },
    },
    examples: [
      ["", "compare and change nothing"],
      ["--mend", "put every file where it belongs"],
    ],
    failure: "something is wrong, or the check could not run",
  },
  async (values) => {
    log.level = "warn"
    try {
      if (values.adopt) console.log(`${env().ATTACHMENTS_DIR} now belongs to installation ${await adoptStore()}.`)
      const { lines, isWrong } = reportOf(await checkStore({ mend: values.mend }), env().ATTACHMENTS_DIR)
      console.log(lines.join("\n"))
      if (isWrong) process.exitCode = 1
    } catch (error) {
      if (sqlState(error) !== UNDEFINED_TABLE) throw error
      throw new Error(
        "This database has no tables of the app, or old ones. Check DATABASE_URL, or run npm run db:migrate.",
      )
    }
  },
)
