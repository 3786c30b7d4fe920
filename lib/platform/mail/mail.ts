/** What a mail says. */
export interface MailText {
  subject: string
  text: string
}

/** A mail that is ready to be sent. */
export interface Mail extends MailText {
  to: string
}
