import { cookies } from "next/headers"
import { cookieOptions, hostCookie } from "@/lib/identity/auth/cookie"

const name = () => hostCookie("typed-email")

/** Keeps the address somebody typed for the next page to name, for a few minutes; it may stand in no address of ours. */
export async function rememberEmail(form: FormData): Promise<void> {
  ;(await cookies()).set(name(), String(form.get("email")).trim().slice(0, 254), cookieOptions(600))
}

export const rememberedEmail = async (): Promise<string | undefined> => (await cookies()).get(name())?.value
