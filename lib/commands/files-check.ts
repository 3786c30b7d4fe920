import { sqlState } from "@/db/errors"
import { checkStore, type StoreCheck } from "@/lib/platform/storage/check-store"
import type { HomeOfFiles } from "@/lib/platform/storage/home"
import { allHomes, currentHome } from "@/lib/platform/storage/homes"
import { adoptStore, lookAtStore } from "@/lib/platform/storage/ownership"
import { log } from "@/lib/runtime/log"
import { command } from "./command"
import { reportOf } from "./files-report"

const UNDEFINED_TABLE = "42P01"
await command(
  {
    name: "files:check",
    summary: "Compares the store of attachments with the database. The app can keep running.",
    options: {
      mend: {
        about:
          "move attached files back from quarantine, put other files in quarantine for 30 days, and have lost pictures of photos made again",
      },
      adopt: {
        about:
          "make every store in use belong to this database; first make sure that DATABASE_URL, ATTACHMENTS_DIR and S3_BUCKET are right",
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
      if (values.adopt) await adoptAll()
      for (const home of allHomes()) {
        const check = await checkStore({ home, mend: values.mend })
        if (isUnused(home, check)) continue
        const { lines, isWrong } = reportOf(check)
        console.log(`${lines.join("\n")}\n`)
        if (isWrong) process.exitCode = 1
      }
    } catch (error) {
      if (sqlState(error) !== UNDEFINED_TABLE) throw error
      throw new Error(
        "This database has no tables of the app, or old ones. Check DATABASE_URL, or run npm run db:migrate.",
      )
    }
  },
)

/** Adopts every home that is not ours. One that is free is marked only where new files go. */
async function adoptAll(): Promise<void> {
  for (const home of allHomes()) {
    const { state } = await lookAtStore(home)
    if (state === "ours" || (state === "free" && home !== currentHome())) continue
    console.log(`${home.where()} now belongs to installation ${await adoptStore(home)}.`)
  }
}

/** A folder that never had a file, beside a bucket that has them all. */
const isUnused = (home: HomeOfFiles, { ownership, rows, files }: StoreCheck): boolean =>
  home !== currentHome() && ownership.state === "free" && rows + files === 0
