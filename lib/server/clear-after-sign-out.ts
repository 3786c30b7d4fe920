import { ServerResponse } from "node:http"
import { sessionCookieName } from "@/lib/identity/auth/session-cookie"

/** What a browser may forget once nobody is signed in there. Its cache holds nothing of ours, by Cache-Control. */
const CLEAR = '"cookies", "storage"'

/**
 * Has the browser forget what it kept for whoever has just signed out or deleted their account. Next lets an action set
 * cookies and no other header, so it goes with the answer that deletes the session's cookie, whoever answers.
 */
export function clearAfterSignOut(): void {
  const { writeHead } = ServerResponse.prototype
  ServerResponse.prototype.writeHead = function (this: ServerResponse, ...args: Parameters<typeof writeHead>) {
    if (endsSession(this.getHeader("set-cookie"))) this.setHeader("Clear-Site-Data", CLEAR)
    return writeHead.apply(this, args)
  } as typeof writeHead
}

function endsSession(set: number | string | string[] | undefined): boolean {
  const empty = `${sessionCookieName()}=;`
  return [set].flat().some((cookie) => String(cookie).startsWith(empty))
}
