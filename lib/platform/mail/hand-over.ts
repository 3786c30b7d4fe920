import { createTransport, type Transporter } from "nodemailer"
import type SMTPPool from "nodemailer/lib/smtp-pool"
import { env } from "@/lib/runtime/env"
import { currentRequestId } from "@/lib/runtime/request-id"
import type { Composed } from "./mail"

/** The mail server will never take this mail: trying again would only annoy it. */
export class MailRefused extends Error {
  override name = "MailRefused"
}

let open: Transporter<SMTPPool.SentMessageInfo> | undefined

/** Gives a mail to the mail server. Throws `MailRefused` when there is no point in trying again. */
export async function handOver({ to, subject, text }: Composed): Promise<void> {
  // An address is never parsed, so that none can bring others, or headers, with it.
  if (/[\s\p{Cc},;<>"]/u.test(to)) throw new MailRefused("no such address can be written to")
  open ??= createTransport(optionsFor(env().SMTP_URL))
  const requestId = currentRequestId()
  try {
    await open.sendMail({
      from: env().MAIL_FROM,
      to: { name: "", address: to },
      subject,
      text,
      // Keeps answers of absent people from coming back.
      headers: { "Auto-Submitted": "auto-generated", ...(requestId && { "X-Request-Id": requestId }) },
    })
  } catch (error) {
    throw failureOf(error)
  }
}

export function closeTransport(): void {
  open?.close()
  open = undefined
}

/** How a mail server is spoken to: with patience, and never in the clear with a password. */
export function optionsFor(url = ""): SMTPPool.Options {
  const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 10_000 }
  // The queue of jobs tries again, with a new link; the driver must not do so by itself.
  const once = { maxRequeues: 0 }
  return {
    url,
    pool: true,
    maxConnections: 2,
    // A password is shown to nobody on the way, unless the address ends in `?requireTLS=false`.
    requireTLS: new URL(url).password !== "",
    disableFileAccess: true,
    disableUrlAccess: true,
    ...patience,
    ...once,
  }
}

interface Failure {
  code?: string
  command?: string
  responseCode?: number
}

/** Mail servers repeat addresses in what they say, so only codes are passed on. */
function failureOf(error: unknown): Error {
  const { code, command, responseCode } = error as Failure
  const why = [code, command, responseCode].filter(Boolean).join(", ")
  // What is wrong with the recipient or the mail stays wrong; with sign-in or the sender, somebody can mend it.
  const isFinal = (responseCode ?? 0) >= 500 && (command === "RCPT TO" || command === "DATA")
  return isFinal ? new MailRefused(why) : new Error(`The mail server did not take a mail: ${why}.`)
}
