import { env } from "@/lib/runtime/env"

/** Our own address, never that of a Host header. */
export const appAddress = (path: string): string => `${env().APP_URL}${path}`
