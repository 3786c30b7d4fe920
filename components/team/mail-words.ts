import type { MailReason } from "@/lib/model/inbound-mail"

/** Why an email waits for a supervisor. */
export const REASON_WORDS: Record<MailReason, string> = {
  unreadable: "Cannot be read",
  unknown_address: "Not an answer to our emails",
  request_gone: "Request or account deleted",
  sender: "Not from the customer’s address",
  empty: "No new text",
  too_long: "Longer than a message can be",
  ended: "Request has ended",
  too_many: "Too many messages in an hour",
  refused: "Not allowed",
  files: "Message sent without these files",
  bounce: "Returned email",
  automatic: "Automatic answer",
  list: "Mailing list",
  own: "Our own email",
  delayed: "Email delayed",
}
