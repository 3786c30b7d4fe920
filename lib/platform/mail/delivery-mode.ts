import { env } from "@/lib/runtime/env"

/** Whether mail is stored to be read at /admin/mail instead of sent: in demo and development, without a mail server. */
export const isMailKept = (): boolean => !env().SMTP_URL && (env().isDemo || !env().isProduction)

/** Whether mail waits in the queue: in production, until SMTP_URL names a mail server. */
export const isMailWaiting = (): boolean => !env().SMTP_URL && !isMailKept()
