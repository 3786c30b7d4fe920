import { sweepStore } from "@/lib/attachments/sweep"
import { headOfChain } from "@/lib/audit/seal-entries"
import { log } from "@/lib/log"

const HOUR = 3_600_000

/** Tidies the store of files, and notes the audit log's head. Rows that are kept no longer go by `apply_retention`. */
export async function upkeep(): Promise<void> {
  log.info(await headOfChain(), "head of the audit log")
  await sweepStore()
}

/** Does the upkeep now and every hour, for as long as the process lives. */
export function startUpkeep(): void {
  const run = () =>
    void upkeep().catch((err: unknown) => log.error({ err }, "upkeep failed; it is tried again in an hour"))
  run()
  setInterval(run, HOUR).unref()
}
