import { hostCookie } from "@/lib/identity/auth/session-cookie"

/** The cookie that says which form is kept for whoever signs in again in this browser. */
export const keptFormCookie = (): string => hostCookie("kept-form")
