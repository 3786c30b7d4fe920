import { createTransport } from "nodemailer"
import { env } from "@/lib/runtime/env"
import { smtpOptions } from "./deliver-mail"

/**
 * Connects and signs in to the mail server, and disconnects.
 * @throws Error with the server's message, which never contains the password
 */
export async function reachMailServer(): Promise<void> {
  const transport = createTransport(smtpOptions(env().SMTP_URL))
  await transport.verify().finally(() => transport.close())
}

/**
 * Sends a test mail directly, without the job queue, and returns the server's response.
 * @throws Error with the server's message
 */
export async function sendTestMail(to: string): Promise<string> {
  const { SMTP_URL, MAIL_FROM, UTILITY_NAME } = env()
  const transport = createTransport(smtpOptions(SMTP_URL))
  const mail = {
    from: MAIL_FROM,
    to: { name: "", address: to },
    subject: `Test email from ${UTILITY_NAME}`,
    text: `This email was sent to check that ${UTILITY_NAME} can send email.\nYou do not need to do anything.\n`,
    headers: { "Auto-Submitted": "auto-generated" },
  }
  const { response } = await transport.sendMail(mail).finally(() => transport.close())
  return response
}
