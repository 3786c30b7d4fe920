import { env } from "@/lib/env"
import { AppError } from "@/lib/errors"

/**
 * Refuses what another site made the browser send. Needed wherever a cookie vouches for a change:
 * the framework lets a missing Origin pass and believes X-Forwarded-Host.
 */
export function checkOrigin(headers: Headers): void {
  const site = headers.get("sec-fetch-site")
  if (site === "same-origin") return
  // Browsers send no Sec-Fetch-Site over plain http; their Origin then has to name this very host.
  if (site === null && sameHost(headers.get("origin"), headers.get("host"))) return
  throw new AppError("forbidden", "This request did not come from our own pages.")
}

function sameHost(origin: string | null, host: string | null): boolean {
  if (!origin || !URL.canParse(origin)) return false
  return new URL(origin).host === host || origin === new URL(env().APP_URL).origin
}
