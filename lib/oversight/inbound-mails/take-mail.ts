import { v7 } from "uuid"
import { transaction } from "@/db/client"
import type { Actor } from "@/lib/model/actor"
import { cleanProse } from "@/lib/model/clean-text"
import { AppError, type ErrorCode } from "@/lib/model/errors"
import type { KeptReason } from "@/lib/model/inbound-mail"
import { LONGEST_MESSAGE } from "@/lib/model/message"
import { permit } from "@/lib/model/policy"
import { judgeText } from "@/lib/requests/safety/judge-text"
import { limitConcurrency } from "@/lib/runtime/limit-concurrency"
import type { TakenMail } from "./contract"
import { findMeant, type Writer } from "./customer-of-mail"
import { NOTHING_LEFT } from "./drop-mail"
import { asTaken, findTaken, insertSent, keepRow, type NewRow, type Taken } from "./inbound-rows"
import { isOfMailServer, whyAutomatic } from "./is-automatic"
import { markBounced } from "./mark-bounced"
import { withoutOwnWords } from "./own-words"
import { fingerprintOf, type InboundMail, readMail } from "./read-mail"
import { readDeliveryReports } from "./read-report"
import { findUsedAddress } from "./reply-address"
import { finishAnswer, sendAnswer } from "./send-answer"
import { wordsOfMail } from "./words-of-mail"

/** Reading a large one takes a second and its size several times. */
const oneAtATime = limitConcurrency(1)

/**
 * Takes an email that came in: makes it a message of the request that it answers, or keeps it for a supervisor. One that
 * is delivered again changes nothing.
 * @throws AppError `forbidden` by policy; `insufficient_storage` when its files cannot be stored at the moment, after which
 * it can be delivered again
 */
export async function takeMail(actor: Actor, raw: Uint8Array): Promise<TakenMail> {
  permit(actor, "inbound-mail.create")
  const mail = await oneAtATime(() => readMail(raw))
  const used = mail && findUsedAddress(mail.recipients)
  const fingerprint = fingerprintOf(raw, mail, used?.reference)
  const { requestId, writer, isOurs } = await findMeant(used, mail?.from ?? [])
  const known = await findTaken(fingerprint)
  if (known?.unfinished && writer && mail) return finishAnswer(writer.actor, brokenOff(known), mail.files)
  if (known) return asTaken(known)
  const row = rowOf(fingerprint, raw, { mail, requestId, writer })
  if (!mail) return keep(row, "unreadable")
  if (mail.reports.length > 0) return markBounced(row, readDeliveryReports(mail.reports), writer)
  if (isOfMailServer(mail)) return keep(row, "bounce")
  const why = whyAutomatic(mail)
  if (why) return writeDown({ ...emptied(row), outcome: "dropped", reason: why })
  if (!isOurs) return keep({ ...row, raw: null }, "unknown_address")
  if (!writer || !requestId) return keep(row, "request_gone")
  return answer(row, { ...writer, mail })
}

/** So long nobody else attaches the files of an email that is a message already. */
const MOST_AT_WORK = 60_000

/**
 * An email whose files an earlier delivery has not attached, and does not any more.
 * @throws AppError `unavailable` while it may still be at it
 */
function brokenOff(known: Taken): Taken {
  if (Date.now() - known.createdAt.getTime() > MOST_AT_WORK) return known
  throw new AppError("unavailable", "This email is being taken. Deliver it again in a minute.", { retryAfter: 60 })
}

interface Known {
  mail: InboundMail | undefined
  requestId: string | undefined
  writer: Writer | undefined
}

function rowOf(fingerprint: string, raw: Uint8Array, { mail, requestId, writer }: Known): NewRow {
  const text = mail ? wordsOfMail(mail) : ""
  return {
    id: v7(),
    fingerprint,
    outcome: "kept",
    accountId: writer?.actor.id ?? null,
    requestId: requestId ?? null,
    sender: mail?.from.join(", ").slice(0, 300) ?? null,
    subject: mail?.subject ?? null,
    text: text.slice(0, MOST_KEPT),
    files: mail?.files.map(({ name }) => name).slice(0, 20) ?? [],
    // Nobody fills the database who has not had an email from us.
    raw: writer && mail && mail.files.length > 0 ? Buffer.from(raw).toString("base64") : null,
    danger: tellsOfDanger(text),
  }
}

const tellsOfDanger = (text: string) => judgeText(text.slice(0, LONGEST_MESSAGE)).verdict !== "none"

const MOST_KEPT = 20_000

/** What it says is kept only where somebody has to read it. */
const emptied = (row: NewRow): NewRow => ({ ...row, ...NOTHING_LEFT })

const writeDown = (row: NewRow): Promise<TakenMail> => transaction((tx) => keepRow(tx, row))

const keep = (row: NewRow, reason: KeptReason): Promise<TakenMail> => writeDown({ ...row, outcome: "kept", reason })

async function answer(row: NewRow, { actor, email, mail }: Writer & { mail: InboundMail }): Promise<TakenMail> {
  const text = row.text ?? ""
  if (mail.from.length !== 1 || mail.from[0] !== email.toLowerCase()) return keep(row, "sender")
  // What was cut may be the answer all the same: people write below, and begin as quotes do.
  if (text === "" && mail.files.length === 0) {
    const all = cleanProse(mail.text).slice(0, MOST_KEPT)
    return keep({ ...row, text: all, danger: tellsOfDanger(withoutOwnWords(all)) }, "empty")
  }
  if (text.length > LONGEST_MESSAGE) return keep(row, "too_long")
  try {
    return await retried(() =>
      // Thanks are an answer, too. Who says that it is not fixed does so on the request's page; a danger reopens it.
      sendAnswer(actor, emptied(row), { text, files: mail.files, notFixed: false }, insertSent),
    )
  } catch (thrown) {
    const taken = await findTaken(row.fingerprint)
    if (taken && taken.id !== row.id) return asTaken(taken.unfinished ? brokenOff(taken) : taken)
    const reason = thrown instanceof AppError ? REASONS[thrown.code] : undefined
    if (!reason || taken) throw thrown
    return keep(row, reason)
  }
}

/** Somebody may have changed the request in this moment. */
const retried = <T>(work: () => Promise<T>): Promise<T> =>
  work().catch((thrown) => {
    if (thrown instanceof AppError && thrown.code === "conflict") return work()
    throw thrown
  })

/** Why a message was refused, as far as another try would not change it. */
const REASONS: Partial<Record<ErrorCode, KeptReason>> = {
  not_found: "request_gone",
  conflict: "ended",
  too_many_requests: "too_many",
  invalid: "refused",
  forbidden: "refused",
}
