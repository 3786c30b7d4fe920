import { cookies } from "next/headers"
import { linkCookieName } from "@/lib/identity/mailed-links/link-cookie"

/** The secret of the mailed link that led here, from a cookie; `?link=…` in the address only says which cookie. */
export async function mailedSecret({ link }: { link?: string | string[] }): Promise<string | undefined> {
  if (typeof link !== "string" || !/^[\w-]{11}$/.test(link)) return undefined
  return (await cookies()).get(linkCookieName(link))?.value
}
