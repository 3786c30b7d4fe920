import { db } from "@/db/client"
import { inboundMails } from "@/db/schema/inbound-mails"
import type { Actor } from "@/lib/model/actor"
import { replyAddress } from "@/lib/oversight/inbound-mails/reply-address"
import { emailOf } from "./people"

/** The smallest PNG. */
export const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
)

let last = 0

interface Written {
  from?: string
  to?: string
  headers?: Record<string, string>
  body?: string
}

/** An email as a mail server has it. */
export function mailOf({
  from = "somebody@example.test",
  to = "a@b.example",
  headers = {},
  body = "",
}: Written): Buffer {
  const all = {
    From: from,
    To: to,
    Subject: "Re: Your request",
    "Message-ID": `<${++last}.${crypto.randomUUID()}@example.test>`,
    Date: "Sun, 29 Nov 2026 10:00:00 +0000",
    ...headers,
  }
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return Buffer.from(`${head.join("\r\n")}\r\n\r\n${body.replace(/\r?\n/g, "\r\n")}`)
}

/** What a customer answers to an email about a request, as plain text unless headers say otherwise. */
export const answerTo = (request: { reference: string; customerId?: string }, customer: Actor, written: Written = {}) =>
  mailOf({
    from: `"A customer" <${emailOf(customer)}>`,
    to: replyAddress({ reference: request.reference, accountId: customer.id }) ?? "",
    body: "I am at home on Thursday.",
    ...written,
  })

export interface MailPart {
  type: string
  headers?: Record<string, string>
  body: string | Buffer
}

/** Headers and body of an email of several parts. Bytes go in base64. */
export function mailParts(parts: readonly MailPart[], type = "multipart/mixed", boundary = "a-boundary") {
  const written = parts.map(({ type: of, headers = {}, body }) => {
    const encoded = typeof body === "string" ? {} : { "Content-Transfer-Encoding": "base64" }
    const head = Object.entries({ "Content-Type": of, ...encoded, ...headers }).map(
      ([name, value]) => `${name}: ${value}`,
    )
    const text = typeof body === "string" ? body : (body.toString("base64").match(/.{1,76}/g) ?? []).join("\r\n")
    return `--${boundary}\r\n${head.join("\r\n")}\r\n\r\n${text}\r\n`
  })
  return {
    headers: { "MIME-Version": "1.0", "Content-Type": `${type}; boundary="${boundary}"` },
    body: `${written.join("")}--${boundary}--\r\n`,
  }
}

/** An email that waits for a supervisor. */
export async function keepMail(values: Partial<typeof inboundMails.$inferInsert> = {}) {
  const mail = {
    fingerprint: crypto.randomUUID(),
    outcome: "kept" as const,
    reason: "sender" as const,
    sender: "somebody@example.test",
    subject: "Re: Your request",
    text: "I am at home on Thursday.",
    ...values,
  }
  const [kept] = await db.insert(inboundMails).values(mail).returning()
  return kept as NonNullable<typeof kept>
}
