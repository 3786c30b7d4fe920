import { headOfChain } from "@/lib/oversight/audit/seal-entries"
import { sweepStore } from "@/lib/platform/storage/sweep-store"
import { log } from "@/lib/runtime/log"

const HOUR = 3_600_000
const AFTER_FAILURE = 300_000

/**
 * Tidies the store of files, and notes the audit log's head. Neither waits for the other: whether the store is the right
 * one is said whatever becomes of the rest. Rows that are kept no longer go by `apply_retention`.
 */
export async function upkeep(): Promise<void> {
  for (const it of await Promise.allSettled([sweepStore(), noteHead()])) if (it.status === "rejected") throw it.reason
}

const noteHead = async () => log.info(await headOfChain(), "head of the audit log")

/** Does the upkeep now and every hour, sooner after a failure, for as long as the process lives. */
export function startUpkeep(): void {
  const runAfter = (wait: number) => setTimeout(run, wait).unref()
  const run = () =>
    void upkeep().then(
      () => runAfter(HOUR),
      (err: unknown) => {
        log.error({ err }, "upkeep failed; trying again in five minutes")
        runAfter(AFTER_FAILURE)
      },
    )
  run()
}
