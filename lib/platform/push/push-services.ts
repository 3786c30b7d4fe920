import { env } from "@/lib/runtime/env"

/**
 * Whether messages may be sent to an address that a browser has named: only to the push services that are set, so that
 * nobody can have us call an address of theirs or of our own network.
 */
export function isPushService(endpoint: string): boolean {
  if (!URL.canParse(endpoint)) return false
  const { protocol, hostname, host, username } = new URL(endpoint)
  const isNamed = env().PUSH_SERVICES.some((it) =>
    it.startsWith(".") ? hostname.endsWith(it) : it === hostname || it === host,
  )
  // Only for a service on this machine, in tests.
  const isSafe = protocol === "https:" || (protocol === "http:" && hostname === "127.0.0.1")
  return isNamed && isSafe && username === ""
}
