/** Subject and text of a mail. */
export interface MailContent {
  subject: string
  text: string
}

/** A mail that is ready to be sent. */
export interface ComposedMail extends MailContent {
  to: string
}
