import { channel } from "node:diagnostics_channel"
import { headers } from "next/headers"
import { forbidden, unauthorized } from "next/navigation"
import { isCutOff, isUnavailable, sqlState, withoutParams } from "@/db/errors"
import { log } from "@/lib/runtime/log"
import { requestIdOf } from "./authenticate"

/** The channel on which `answerUnavailable` listens. */
const unavailable = channel("page.unavailable")

/**
 * Ends a page that cannot be rendered because the database is away, busy or too slow. Next has pages for 401, 403 and
 * 404 only and we answer no page with the first two, so they stand in and the server turns them into 503. Other errors
 * are rethrown without people's data.
 */
export async function endPage(thrown: unknown): Promise<never> {
  if (!isCutOff(thrown) && !isUnavailable(thrown)) throw withoutParams(thrown)
  const requestId = requestIdOf(await headers())
  log.warn({ sqlState: sqlState(thrown), requestId }, "a page could not be made: the database did not answer")
  unavailable.publish({ requestId })
  return isCutOff(thrown) ? unauthorized() : forbidden()
}
