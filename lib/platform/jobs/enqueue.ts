import { sql } from "drizzle-orm"
import type { Executor } from "@/db/client"
import type { MailJob } from "@/lib/model/mail-job"
import { requestFlagSql } from "./request-flag"

/** The jobs by name, each with its payload. lib/worker/tasks.ts has the functions that run them. */
export interface Jobs {
  send_mail: MailJob
  /** Shows a notification in the browsers that somebody has chosen. */
  send_push: { accountId: string; deliveryId: string }
  follow_rosters: object
  /** Runs when an offer of an emergency ends: unless it was acknowledged, it is offered to the next person. */
  escalate_emergency: { requestId: string; offer: number }
  /** Runs when a check for danger is due: unless somebody has answered it, the request becomes an emergency. */
  end_danger_check: { requestId: string }
  check_clocks: object
  /** Runs when a customer's name, email or phone has changed: their requests are found by it. */
  refresh_search: { customerId: string }
  apply_retention: object
  refresh_reports: object
  /** Closes resolved requests whose customers say nothing. */
  close_silent: object
  /** Makes records of premises that the release before wrote. */
  link_premises: object
  /** Has the virus scanner see a file, which is held until then. */
  scan_file: { attachmentId: string }
  /** Sees to files that wait for the virus scanner, or came before there was one. */
  scan_waiting: object
  /** Sums up the running total of files. */
  fold_tallies: object
  /** Erases addresses of premises that nobody names any more. */
  forget_premises: object
  /** Makes the pictures that pages show of an attached photo. */
  make_pictures: { attachmentId: string }
  /** Has pictures made of photos that the release before took in. */
  find_photos: object
}

/**
 * Queues a job in the transaction of what it follows from, so that neither happens without the other. A job that fails is
 * tried again after growing pauses, so it must be safe to run twice. Of jobs with the same key there is one at a time.
 */
export async function enqueue<J extends keyof Jobs>(
  tx: Executor,
  job: J,
  payload: Jobs[J],
  key: string | null = null,
): Promise<void> {
  await tx.execute(
    sql`select graphile_worker.add_job(${job}::text, ${JSON.stringify(payload)}::json, job_key => ${key}::text,
      flags => ${requestFlagSql()})`,
  )
}
