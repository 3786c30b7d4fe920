import { cookies } from "next/headers"
import { cookieOptions } from "@/lib/auth/cookie"

const NAME = "typed-email"

/** Keeps the address somebody typed for the next page to name, for a few minutes; it may stand in no address of ours. */
export async function rememberEmail(form: FormData): Promise<void> {
  ;(await cookies()).set(NAME, String(form.get("email")).trim().slice(0, 254), { ...cookieOptions(), maxAge: 600 })
}

export const rememberedEmail = async (): Promise<string | undefined> => (await cookies()).get(NAME)?.value
