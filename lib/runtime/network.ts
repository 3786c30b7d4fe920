import { isIP } from "node:net"
import ipaddr from "ipaddr.js"

/** The groups of hexadecimal digits in an IPv6 address, and the bits of one. */
const [GROUPS, BITS] = [8, 16]

/**
 * A client address as proxies write it, without its port, brackets or zone, and IPv4 as IPv4: "192.0.2.1:4711",
 * "[2001:db8::1]:443", "::ffff:192.0.2.1" and "fe80::1%eth0" become "192.0.2.1", "2001:db8::1", "192.0.2.1" and
 * "fe80::1". What is no address stays as it is.
 */
export function addressOf(text: string): string {
  const bare = text
    .trim()
    .replace(/^\[(.*)\](?::\d+)?$/, "$1")
    .replace(/^(\d+(?:\.\d+){3}):\d+$/, "$1")
    .replace(/%.*$/, "")
  // The library takes numbers and octal digits for addresses, too.
  return isIP(bare) ? ipaddr.process(bare).toString() : text.trim()
}

/**
 * The network that an address counts as: IPv4 whole; of IPv6 the first `bits`, since one household has a /64 and its
 * devices change their addresses daily, and a provider's customer may have a /48.
 */
export function networkOf(address: string, bits: 48 | 64 = 64): string {
  const bare = addressOf(address)
  if (!ipaddr.IPv6.isValid(bare)) return bare
  const groups = ipaddr.IPv6.parse(bare).parts.map((part, at) => (at < bits / BITS ? part : 0))
  return `${new ipaddr.IPv6(groups.slice(0, GROUPS)).toString()}/${bits}`
}

/** Whether an address is an IPv6 one, of which a person may have many networks. */
export const hasManyNetworks = (address: string): boolean => ipaddr.IPv6.isValid(addressOf(address))
