import { log } from "@/lib/runtime/log"
import { isUnread } from "./refuse-malformed"

/** Logs why a page could not be made: at info what its caller broke off or sent in no form, otherwise as a failure of ours. */
export function logRequestError(err: unknown, route: string, requestId: string): void {
  if (isAborted(err)) log.info({ route, requestId }, "a request was broken off")
  else if (isUnread(requestId)) log.info({ route, requestId }, "a form could not be read")
  else log.error({ err, route, requestId }, "a request failed")
}

const isAborted = (err: unknown): boolean => err instanceof Error && "code" in err && err.code === "ECONNRESET"
