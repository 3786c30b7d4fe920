import { env } from "@/lib/runtime/env"
import { log } from "@/lib/runtime/log"

/** Anybody can name addresses, and none of them is to fill the log. */
const MOST = 20
const said = new Set<string>()

interface Refusal {
  /** A warning where the address may be another site's. */
  level: "error" | "warn"
  origin: string
  host: string | null
  /** What was refused, and why. */
  what: string
}

/** Logs the first form that is refused because it comes from an address that neither APP_URL nor Host names. */
export function sayWrongHost({ level, origin, host, what }: Refusal): void {
  if (said.has(origin) || said.size >= MOST) return
  said.add(origin)
  log[level](
    { origin, host, appUrl: env().APP_URL },
    `${what}: set APP_URL to the origin, or have the proxy pass Host on unchanged`,
  )
}
