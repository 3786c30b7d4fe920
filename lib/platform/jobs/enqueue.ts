import { sql } from "drizzle-orm"
import type { Executor } from "@/db/client"
import type { MailJob } from "@/lib/model/mail-job"
import { requestFlagSql } from "./request-flag"

/** The jobs by name, each with its payload. lib/worker/tasks.ts has the functions that run them. */
export interface Jobs {
  send_mail: MailJob
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
  /** Makes records of premises that the release before wrote. */
  link_premises: object
  /** Erases addresses of premises that nobody names any more. */
  forget_premises: object
}

/**
 * Queues a job in the transaction of what it follows from, so that neither happens without the other. A job that fails is
 * tried again after growing pauses, so it must be safe to run twice.
 */
export async function enqueue<J extends keyof Jobs>(tx: Executor, job: J, payload: Jobs[J]): Promise<void> {
  await tx.execute(
    sql`select graphile_worker.add_job(${job}::text, ${JSON.stringify(payload)}::json, flags => ${requestFlagSql()})`,
  )
}
