import { env } from "@/lib/runtime/env"

/** Whether mail is kept to be read here instead of sent: nobody said where to, and whoever it is for is made up. */
export const isMailKept = (): boolean => !env().SMTP_URL && (env().isDemo || !env().isProduction)

/** Whether mail waits in the queue until somebody says where to hand it over. */
export const isMailWaiting = (): boolean => !env().SMTP_URL && !isMailKept()
