import type { Visitor } from "@/lib/model/actor"
import { networkOf } from "@/lib/runtime/network"
import type { RateLimit } from "./throttle"

/** A wider network may try so many times as much as one household. */
const WIDER = 3

/**
 * The limits of something that is counted by where it comes from: IPv4 whole, IPv6 by the household's /64, and by the /48
 * that somebody may have many of these in.
 */
export function fromNetwork(
  what: string,
  { address }: Visitor,
  { tries, seconds }: Pick<RateLimit, "tries" | "seconds">,
): RateLimit[] {
  const [near, wide] = [networkOf(address), networkOf(address, 48)]
  const limit = { key: `${what}:address:${near}`, tries, seconds }
  return near === wide ? [limit] : [limit, { key: `${what}:address:${wide}`, tries: tries * WIDER, seconds }]
}
