import { visitorOf } from "@/lib/http/authenticate"
import { AppError } from "@/lib/model/errors"
import { endMails } from "@/lib/oversight/notifications/end-mails"

const PLAIN = { "content-type": "text/plain; charset=utf-8", "cache-control": "private, no-store" }
const answer = (text: string, status: number) => new Response(`${text}\n`, { status, headers: PLAIN })

const tokenIn = (request: Request): string => new URL(request.url).searchParams.get("token")?.slice(0, 300) ?? ""

/** Whoever follows the link in a browser is asked first: programs that look for bad links open each of them. */
export function askFirst(request: Request): Response {
  const location = `/unsubscribe?token=${encodeURIComponent(tokenIn(request))}`
  return new Response(null, { status: 303, headers: { location, "cache-control": "private, no-store" } })
}

/** What a mail client sends when its reader presses "Unsubscribe" (RFC 8058): no page, no cookie, no question. */
export async function unsubscribeAtOnce(request: Request): Promise<Response> {
  try {
    await endMails(visitorOf(request.headers), { token: tokenIn(request) })
    return answer("You will get no more of these emails.", 200)
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === "invalid") return answer(thrown.message, 400)
    throw thrown
  }
}
