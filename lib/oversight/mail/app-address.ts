import { env } from "@/lib/runtime/env"

/** Our own address, never that of a Host header. */
export const address = (path: string): string => `${env().APP_URL}${path}`
