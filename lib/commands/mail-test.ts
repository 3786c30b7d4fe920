import { sendTestMail } from "@/lib/platform/mail/test-server"
import { env } from "@/lib/runtime/env"
import { command } from "./command"

await command(
  {
    name: "mail:test",
    summary: "Sends one email through SMTP_URL, without the queue, and tells what the mail server answered.",
    options: { to: { value: "EMAIL", about: "whom to send it to", required: true } },
    examples: [["--to you@example.com", "send a test email"]],
    failure: "SMTP_URL is missing, or the mail server did not take the email; its answer is on standard error",
  },
  async ({ to }) => {
    if (!env().SMTP_URL) throw new Error("SMTP_URL is missing: no mail can be sent.")
    console.log(`The mail server took it: ${await sendTestMail(to)}`)
  },
)
