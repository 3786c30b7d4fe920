import { AppError } from "@/lib/model/errors"
import { env } from "@/lib/runtime/env"
import { sayWrongHost } from "./say-wrong-host"

/**
 * Refuses requests that another site made the browser send, wherever a cookie vouches for a change: the framework
 * accepts a missing Origin and trusts X-Forwarded-Host.
 * @throws AppError `forbidden`.
 */
export function checkOrigin(headers: Headers): void {
  if (!cameFromUs(headers)) throw new AppError("forbidden", "This request did not come from our own pages.")
}

/** Whether a page of ours sent it. The first from each other address is logged where that could be ours behind a proxy. */
export function cameFromUs(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site")
  if (site !== null) return site === "same-origin"
  // Browsers send no Sec-Fetch-Site over plain http; their Origin then has to name this very host.
  const [origin, host] = [headers.get("origin"), headers.get("host")]
  if (sameHost(origin, host)) return true
  if (origin && URL.canParse(origin))
    sayWrongHost({
      level: "warn",
      origin: new URL(origin).origin,
      host,
      what: "a form is refused, since it comes from another address than APP_URL and Host say; if people's browsers are there",
    })
  return false
}

/** Whether a page at this origin is ours: at the host that it calls, or where APP_URL says that we are. */
export function sameHost(origin: string | null, host: string | null): boolean {
  if (!origin || !URL.canParse(origin)) return false
  return new URL(origin).host === host || origin === new URL(env().APP_URL).origin
}
