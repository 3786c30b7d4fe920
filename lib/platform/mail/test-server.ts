import { createTransport } from "nodemailer"
import { env } from "@/lib/runtime/env"
import { optionsFor } from "./deliver-mail"

/** Signs in to the mail server and leaves again. Throws in the server's own words, which never hold the password. */
export async function reachServer(): Promise<void> {
  const transport = createTransport(optionsFor(env().SMTP_URL))
  await transport.verify().finally(() => transport.close())
}

/** Sends one mail, outside of the queue, to see what becomes of it. Gives what the server answered. */
export async function sendTestMail(to: string): Promise<string> {
  const { SMTP_URL, MAIL_FROM, UTILITY_NAME } = env()
  const transport = createTransport(optionsFor(SMTP_URL))
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
