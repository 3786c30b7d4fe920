import { sql } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { deliveries } from "@/db/schema/notifications"
import type { MailJob } from "@/lib/model/mail-job"
import { isGathered, isNecessary, isTold, type NoticeChannel, type NoticeId, TOLD_TOGETHER } from "@/lib/model/notice"
import type { Jobs } from "@/lib/platform/jobs/enqueue"
import type { Recipient } from "./recipients"
import { mailDue, pushDue } from "./when-due"

/** Emergencies, as other mails about them. */
const BEFORE_OTHERS = -5

type Job = { runAt: Date; priority: number; key?: string } & (
  | { task: "send_mail"; payload: MailJob }
  | { task: "send_push"; payload: Jobs["send_push"] }
)

/** What somebody is told of: an event of a request, or an email that became no part of one. */
export type ToldOf = Pick<typeof deliveries.$inferInsert, "eventId" | "requestId" | "mailId">

interface Decided {
  of: ToldOf
  /** The transaction of its event. */
  transaction?: string
  accountId: string
  notice: NoticeId
  confirms: boolean
  recipient: Recipient
}

/** Plans what is sent about what people are told of, each with its job. What is planned already is left as it is. */
export async function scheduleDeliveries(tx: Tx, decided: readonly Decided[]): Promise<void> {
  const now = Date.now()
  const rows = [...mailsFor(decided, now), ...pushesFor(decided, now)]
  if (rows.length === 0) return
  const planned = await tx.insert(deliveries).values(rows).onConflictDoNothing().returning()
  await addJobs(tx, planned.filter((it) => !isSentWithMessage(it, planned, decided)).map(jobFor))
}

type Planned = typeof deliveries.$inferSelect

/** What was done together with a message is told by the email about the message, which is as long in coming. */
function isSentWithMessage(it: Planned, planned: readonly Planned[], decided: readonly Decided[]): boolean {
  if (it.channel !== "mail" || it.digest || it.notice === "message" || !TOLD_TOGETHER.includes(it.notice)) return false
  const transactionOf = ({ eventId }: Planned) => decided.find(({ of }) => of.eventId === eventId)?.transaction
  return planned.some(
    (other) =>
      other.notice === "message" &&
      other.channel === "mail" &&
      other.accountId === it.accountId &&
      other.requestId === it.requestId &&
      transactionOf(other) === transactionOf(it),
  )
}

const told = (decided: readonly Decided[], channel: NoticeChannel) =>
  decided
    .filter(({ notice, recipient }) => isTold(notice, channel, recipient.choices))
    .map((it) => ({
      ...it,
      row: { ...it.of, accountId: it.accountId, notice: it.notice, channel },
    }))

const mailsFor = (decided: readonly Decided[], now: number) =>
  told(decided, "mail").map(({ row, notice, recipient, confirms }) => {
    const { at, digest } = mailDue(notice, recipient, now, confirms)
    return { ...row, digest, dueAt: at }
  })

/** Nobody is shown what they did themselves. */
const pushesFor = (decided: readonly Decided[], now: number) =>
  told(decided, "push")
    .filter(({ recipient, confirms }) => recipient.hasDevice && !confirms)
    .map(({ row, notice, recipient }) => ({ ...row, digest: false, dueAt: pushDue(notice, recipient, now) }))

function jobFor({ id, accountId, requestId, channel, notice, digest, dueAt }: Planned): Job {
  const delivery = { accountId, deliveryId: id }
  const priority = isNecessary(notice) ? BEFORE_OTHERS : 0
  if (channel === "push") return { task: "send_push", payload: delivery, runAt: dueAt, priority }
  return digest
    ? {
        task: "send_mail",
        payload: { kind: "digest", accountId },
        runAt: dueAt,
        priority,
        key: `digest:${accountId}:${dueAt.toISOString()}`,
      }
    : {
        task: "send_mail",
        payload: { kind: "notification", ...delivery },
        runAt: dueAt,
        priority,
        ...(isGathered(notice) && { key: `told:${notice}:${requestId}:${accountId}` }),
      }
}

/** A job with a key that is waiting already keeps its time. */
async function addJobs(tx: Tx, jobs: readonly Job[]): Promise<void> {
  if (jobs.length === 0) return
  await tx.execute(sql`
    select graphile_worker.add_job(it.task, it.payload, run_at => it."runAt", job_key => it.key, priority => it.priority,
      job_key_mode => 'preserve_run_at')
    from jsonb_to_recordset(${JSON.stringify(jobs)}::jsonb) as it(task text, payload json, "runAt" timestamptz, key text, priority integer)`)
}
