import { forbidden, unauthorized } from "next/navigation"
import { isCutOff, isUnavailable, sqlState, withoutParams } from "@/db/errors"
import { log } from "@/lib/log"

/**
 * Ends a page that cannot be made, with one that says why: the database is away or busy, or what was looked for took
 * too long. Next has pages for 401, 403 and 404 only, which it makes on the server, so that they need no script. No page
 * of ours is answered with the first two, so these stand in; the server makes 503 of them (`answerUnavailable`).
 * Anything else is thrown on, without people's data.
 */
export function endPage(thrown: unknown): never {
  if (!isCutOff(thrown) && !isUnavailable(thrown)) throw withoutParams(thrown)
  log.warn({ sqlState: sqlState(thrown) }, "a page could not be made: the database did not answer")
  return isCutOff(thrown) ? unauthorized() : forbidden()
}
