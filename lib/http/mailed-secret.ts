import { cookies } from "next/headers"
import { linkCookieName } from "@/lib/identity/mailed-links/link-cookie"

/** The secret that a mailed link brought to this page, of which its address only tells which one (`?link=…`). */
export async function mailedSecret({ link }: { link?: string | string[] }): Promise<string | undefined> {
  if (typeof link !== "string" || !/^[\w-]{11}$/.test(link)) return undefined
  return (await cookies()).get(linkCookieName(link))?.value
}
