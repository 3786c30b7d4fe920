import { isIPv6 } from "node:net"
import type { Actor, Visitor } from "@/lib/model/actor"

/** The columns of a `filed` event that say who sent the request. */
export interface FilingAuthor {
  actorId: string | null
  apiKeyId: string | null
  address: string | null
}

/**
 * Names who reports: an account, an API key, or the network address of somebody without an account. Undefined when nobody
 * can be told, as after their data was erased.
 */
export function filerOf({ actorId, apiKeyId, address }: FilingAuthor): string | undefined {
  if (apiKeyId) return `key:${apiKeyId}`
  if (actorId) return `account:${actorId}`
  return address ? `address:${networkOf(address)}` : undefined
}

/** The author that the `filed` event of this actor's or visitor's request will have. */
export const authorIn = (by: Actor | Visitor): FilingAuthor => ({
  actorId: "id" in by && !by.key && !by.nameless ? by.id : null,
  apiKeyId: "id" in by && by.key ? by.key.id : null,
  address: by.address,
})

/** One household has a whole /64 of IPv6 addresses, and its devices change theirs daily. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.startsWith("::ffff:")) return address
  const [head = "", tail] = address.toLowerCase().split("::")
  const groups = (part: string) => part.split(":").filter(Boolean)
  const missing = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length
  const all = [...groups(head), ...Array<string>(Math.max(0, missing)).fill("0"), ...groups(tail ?? "")]
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`
}
