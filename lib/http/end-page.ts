import { channel } from "node:diagnostics_channel"
import { headers } from "next/headers"
import { forbidden, unauthorized } from "next/navigation"
import { isCutOff, isUnavailable, sqlState, withoutParams } from "@/db/errors"
import { log } from "@/lib/runtime/log"
import { requestIdOf } from "./authenticate"

/** The server subscribes to this: see `answerUnavailable`. */
const unavailable = channel("page.unavailable")

/**
 * Ends a page that cannot be made, with one that says why: the database is away or busy, or what was looked for took
 * too long. Next has pages for 401, 403 and 404 only; no page of ours is answered with the first two otherwise, so these
 * stand in, and the server makes 503 of them. Anything else is thrown on, without people's data.
 */
export async function endPage(thrown: unknown): Promise<never> {
  if (!isCutOff(thrown) && !isUnavailable(thrown)) throw withoutParams(thrown)
  const requestId = requestIdOf(await headers())
  log.warn({ sqlState: sqlState(thrown), requestId }, "a page could not be made: the database did not answer")
  unavailable.publish({ requestId })
  return isCutOff(thrown) ? unauthorized() : forbidden()
}
