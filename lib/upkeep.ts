import { lt, sql } from "drizzle-orm"
import { db } from "@/db/client"
import { challenges, mailedLinks, secondFactors } from "@/db/schema/credentials"
import { mails } from "@/db/schema/records"
import { sessions, throttles } from "@/db/schema/sessions"
import { sweepStore } from "@/lib/attachments/sweep"
import { headOfChain } from "@/lib/audit/seal-entries"
import { deadLinks } from "@/lib/auth/mailed-links"
import { purgeDeadJobs } from "@/lib/failed-jobs/purge"
import { log } from "@/lib/log"
import { abandoned } from "@/lib/two-factor/start"

const HOUR = 3_600_000

/** Removes what nobody needs any more. Harmless when several processes do it at once. */
export async function upkeep(): Promise<void> {
  await db.delete(sessions).where(lt(sessions.expiresAt, sql`now() - interval '30 days'`))
  log.info(await headOfChain(), "head of the audit log")
  await db.delete(mails).where(lt(mails.createdAt, sql`now() - interval '30 days'`))
  await db.delete(mailedLinks).where(deadLinks)
  await db.delete(secondFactors).where(abandoned)
  await db.delete(challenges).where(lt(challenges.expiresAt, sql`now()`))
  await purgeDeadJobs()
  await db.delete(throttles).where(lt(throttles.endsAt, sql`now()`))
  await sweepStore()
}

/** Does the upkeep now and every hour, for as long as the process lives. */
export function startUpkeep(): void {
  const run = () =>
    void upkeep().catch((err: unknown) => log.error({ err }, "upkeep failed; it is tried again in an hour"))
  run()
  setInterval(run, HOUR).unref()
}
