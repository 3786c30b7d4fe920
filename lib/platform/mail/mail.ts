/** Subject and text of a mail. */
export interface MailContent {
  subject: string
  text: string
  html?: string
}

/** A mail that is ready to be sent. */
export interface ComposedMail extends MailContent {
  to: string
  /** The same each time that it is tried, so that a mailbox can tell a repetition. Left out, each try has another. */
  messageId?: string
  /** The id of the mail that began the conversation. */
  references?: string
  /** Where an answer goes, if not to the sender. */
  replyTo?: string
  /** Where it comes back to when it cannot be delivered, if not to the sender. */
  returnPath?: string
  /** Where a mail client can end such mails with one click (RFC 8058). */
  unsubscribe?: string
  /** The rows of `deliveries` that it settles. */
  deliveries?: readonly string[]
}
