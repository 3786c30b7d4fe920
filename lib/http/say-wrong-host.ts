import { env } from "@/lib/runtime/env"
import { log } from "@/lib/runtime/log"

/** Anybody can name addresses, and none of them is to fill the log. */
const MOST = 20
const said = new Set<string>()

/** Logs the first form that is refused because it comes from an address that neither APP_URL nor Host names. */
export function sayWrongHost(origin: string, host: string | null, refused: string): void {
  if (said.has(origin) || said.size >= MOST) return
  said.add(origin)
  log.error(
    { origin, host, appUrl: env().APP_URL },
    `${refused}: set APP_URL to the origin, or have the proxy pass Host on unchanged`,
  )
}
