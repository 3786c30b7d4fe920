import { createTransport, type Transporter } from "nodemailer"
import type SMTPPool from "nodemailer/lib/smtp-pool"
import { env } from "@/lib/runtime/env"
import { currentRequestId } from "@/lib/runtime/request-id"
import type { ComposedMail } from "./mail"

/** The mail server has refused a mail for good: trying again would change nothing. */
export class MailRefused extends Error {
  override name = "MailRefused"
}

let open: Transporter<SMTPPool.SentMessageInfo> | undefined

/**
 * Delivers a mail to the mail server, over a pool of connections.
 * @throws MailRefused when the recipient or the mail is refused for good; Error with the server's codes when another try
 *   may succeed
 */
export async function deliverMail(mail: ComposedMail): Promise<void> {
  const { to, subject, text, html, messageId, references } = mail
  // nodemailer would parse the address: characters that could add recipients or headers are refused.
  if (/[\s\p{Cc},;<>"]/u.test(to)) throw new MailRefused("no such address can be written to")
  open ??= createTransport(smtpOptions(env().SMTP_URL))
  const requestId = currentRequestId()
  try {
    await open.sendMail({
      from: env().MAIL_FROM,
      to: { name: "", address: to },
      subject,
      text,
      ...(html !== undefined && { html }),
      ...(mail.replyTo !== undefined && { replyTo: mail.replyTo }),
      ...(mail.returnPath !== undefined && { envelope: { from: mail.returnPath, to } }),
      ...(messageId !== undefined && { messageId }),
      ...(references !== undefined && { references, inReplyTo: references }),
      headers: {
        // Keeps out-of-office replies from being sent back.
        "Auto-Submitted": "auto-generated",
        ...(requestId && { "X-Request-Id": requestId }),
        ...(mail.unsubscribe && {
          "List-Unsubscribe": `<${mail.unsubscribe}>`,
          "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }),
      },
    })
  } catch (error) {
    throw failureOf(error)
  }
}

/** Closes the connections to the mail server. */
export function closeMailTransport(): void {
  open?.close()
  open = undefined
}

/** The options for the mail server: time limits, and no password over an unencrypted connection. */
export function smtpOptions(url = ""): SMTPPool.Options {
  const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 10_000 }
  // The job queue tries again and composes the mail anew. The driver must not retry by itself.
  const once = { maxRequeues: 0 }
  return {
    url,
    pool: true,
    maxConnections: 2,
    // With a password, TLS is required, unless the URL ends in `?requireTLS=false`.
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

/** Keeps only the codes of a failure, since mail servers repeat email addresses in their messages. */
function failureOf(error: unknown): Error {
  const { code, command, responseCode } = error as Failure
  const why = [code, command, responseCode].filter(Boolean).join(", ")
  // A refused recipient or content stays refused. A refused sign-in or sender can be put right by an operator.
  const isFinal = (responseCode ?? 0) >= 500 && (command === "RCPT TO" || command === "DATA")
  return isFinal ? new MailRefused(why) : new Error(`The mail server did not take a mail: ${why}.`)
}
