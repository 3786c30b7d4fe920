import { sql } from "drizzle-orm"
import type { Executor } from "@/db/client"
import type { MailJob } from "@/lib/model/mail-job"
import { ofThisRequest } from "./request-flag"

/** What can be done later, with what each job has to know. */
export interface Jobs {
  send_mail: MailJob
  follow_rosters: object
  /** At the end of an offer, which goes on to the next unless somebody acknowledged it. */
  escalate_emergency: { requestId: string; offer: number }
  check_clocks: object
  apply_retention: object
}

/** Puts a job into the transaction of what it follows from: both happen, or neither. Tried again with growing pauses. */
export async function enqueue<J extends keyof Jobs>(tx: Executor, job: J, payload: Jobs[J]): Promise<void> {
  await tx.execute(
    sql`select graphile_worker.add_job(${job}::text, ${JSON.stringify(payload)}::json, flags => ${ofThisRequest()})`,
  )
}
