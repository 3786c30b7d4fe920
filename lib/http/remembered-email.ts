import { cookies } from "next/headers"
import { cookieOptions, hostCookie } from "@/lib/identity/auth/session-cookie"

const name = () => hostCookie("typed-email")

/**
 * Keeps the typed address in a cookie for a few minutes, so that the next page can show it without putting it into an
 * address.
 */
export async function rememberEmail(form: FormData): Promise<void> {
  ;(await cookies()).set(name(), String(form.get("email")).trim().slice(0, 254), cookieOptions(600))
}

export const rememberedEmail = async (): Promise<string | undefined> => (await cookies()).get(name())?.value
